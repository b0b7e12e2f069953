package org.reskontra.invoice.matching;

import java.util.List;

/** Identity numbers as banks write them. */
public final class IdentityNumbers {

    private static final int WITHOUT_CENTURY = 10;

    private IdentityNumbers() {}

    /** What a customer's number may be in the register: banks leave the century of a person's number out. */
    public static List<String> forms(String written) {
        var number = written.strip();
        return number.length() == WITHOUT_CENTURY ? List.of(number, "19" + number, "20" + number) : List.of(number);
    }
}
