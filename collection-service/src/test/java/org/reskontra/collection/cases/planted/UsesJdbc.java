package org.reskontra.collection.cases.planted;

import java.sql.Connection;

/** A violation, planted. */
public class UsesJdbc {
    Connection violation;
}
