package org.reskontra.rulebook.planted;

import fr.marcwrobel.jbanking.iban.Iban;

/** Planted: a second place that knows the library with the IBAN registry. */
public final class ReadsIban {

    private ReadsIban() {}

    public static boolean valid(String text) {
        return Iban.isValid(text);
    }
}
