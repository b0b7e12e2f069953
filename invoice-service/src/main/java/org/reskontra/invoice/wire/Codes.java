package org.reskontra.invoice.wire;

import java.util.Locale;

/** Refusals as they are written on the wire. */
public final class Codes {

    private Codes() {}

    /** {@code DUE_BEFORE_ISSUE} is {@code due-before-issue}. */
    public static String of(Enum<?> refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
