package org.reskontra.creditcheck.scoring.planted;

import org.reskontra.creditcheck.bookkeeping.Accounts;

/** A violation, planted. */
public class KnowsTheShell {
    Accounts violation;
}
