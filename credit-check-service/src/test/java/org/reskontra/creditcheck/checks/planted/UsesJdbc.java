package org.reskontra.creditcheck.checks.planted;

import java.sql.Connection;

/** A violation, planted. */
public class UsesJdbc {
    Connection violation;
}
