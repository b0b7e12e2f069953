package org.reskontra.rulebook.planted;

import java.time.LocalDate;

/** Planted: figures of the law that stand in code. */
public final class KnowsTheLaw {

    static final int DEMAND_DEADLINE_DAYS = 8;

    private KnowsTheLaw() {}

    /** A comment may say that a reminder costs 60_00 and interest 0.08. */
    public static long reminderFee() {
        return 60_00;
    }

    public static LocalDate limitation(LocalDate purchase) {
        return purchase.plusYears(3);
    }

    /** What is no law is not found: a size, a week, an example in a text. */
    public static String harmless(LocalDate day) {
        int bytes = 64_000;
        return """
                {"minor": 6000, "bytes": %s, "on": "%s"}
                """.formatted(bytes, day.plusDays(7));
    }
}
