package org.reskontra.acceptance.agent;

import java.util.Locale;

/** Ways to break a promise of the platform on purpose, so that the check can be seen to notice. */
public enum Mutation {
    /** Events are written in a transaction of their own, beside the one that caused them. */
    OUTBOX_OUTSIDE_TRANSACTION,
    /** Offsets are committed when records arrive, before they are applied. */
    ACKNOWLEDGED_EARLY,
    /** Records are applied whatever versions were seen before. */
    NO_VERSION_CHECK;

    /** The file that switches it on, in the folder of orders; also its name in options. */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
