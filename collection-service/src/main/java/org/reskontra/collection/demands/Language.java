package org.reskontra.collection.demands;

import java.util.Locale;

/** Languages that demands are written in. */
public enum Language {
    SWEDISH,
    ENGLISH;

    /** The language for a reader of that ISO 639-1 code: English for readers of neither. */
    public static Language readBy(String code) {
        return code.toLowerCase(Locale.ROOT).equals("sv") ? SWEDISH : ENGLISH;
    }
}
