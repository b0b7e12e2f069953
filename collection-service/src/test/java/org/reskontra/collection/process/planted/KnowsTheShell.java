package org.reskontra.collection.process.planted;

import org.reskontra.collection.cases.CaseFile;

/** A violation, planted. */
public class KnowsTheShell {
    CaseFile violation;
}
