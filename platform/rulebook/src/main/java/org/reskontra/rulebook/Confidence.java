package org.reskontra.rulebook;

import java.util.Locale;

/** How well a value of the rulebook is known. */
public enum Confidence {
    /** Read in the statute, an official notice or an authority's page. */
    CERTAIN,
    /** One good secondary source. */
    LIKELY,
    /** The law is silent; this is the reading that was chosen. */
    CONVENTION,
    /** Nobody has read the source. Only allowed where the value is unknown. */
    UNSURE;

    private final String written = name().toLowerCase(Locale.ROOT);

    /** As a pack writes it. */
    public String written() {
        return written;
    }
}
