package org.reskontra.collection.channels;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How demands are sent; the defaults are in {@code application.properties}. */
@ConfigMapping(prefix = "reskontra.demands")
interface DemandSettings {

    /** The sender's address; its domain is that of the Message-ID. */
    String from();

    /** How many letters one replica sends side by side. */
    int sendBatch();

    /** After how long an attempt counts as failed. */
    Duration sendTimeout();

    /** After how long a letter without a receipt is tried again; longer than {@link #sendTimeout}. */
    Duration lease();

    /** Wait after the first failed attempt; each further one doubles it. */
    Duration backOff();

    Duration longestBackOff();

    /** After so many attempts a person takes over. */
    int attempts();

    /** How often a debtor is looked for of whom no contact card has come yet. */
    int attemptsWithoutCard();

    /** The wait before the next attempt. */
    default Duration waitAfter(int attempts) {
        var doubled = backOff().multipliedBy(1L << Math.min(attempts - 1, 30));
        return doubled.compareTo(longestBackOff()) > 0 ? longestBackOff() : doubled;
    }
}
