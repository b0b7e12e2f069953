package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.computed;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.Sweden.late;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.DebtorKind;

/** No day costs memory of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateInterestFootprintTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TIMES = 2_000;
    private static final int LEEWAY = 256;

    @Test
    void the_amount_of_twenty_years_takes_no_more_memory_than_that_of_a_month() {
        var month = late("10000", "2004-01-31", "2004-02-29");
        var years = late("10000", "2004-01-31", "2024-01-31");
        long least = bytes(() -> LateInterest.interest(PACK, month));
        long most = bytes(() -> LateInterest.interest(PACK, years));
        assertTrue(least > 0 && most <= least + LEEWAY, () -> least + " bytes for a month, " + most + " for 20 years");
    }

    @Test
    void the_explanation_of_one_stretch_takes_no_more_memory_for_twenty_years_than_for_a_month() {
        var month = late(DebtorKind.BUSINESS, "2004-01-31", "2004-02-29", "0.12");
        var years = late(DebtorKind.BUSINESS, "2004-01-31", "2024-01-31", "0.12");
        assertEquals(1, computed(LateInterest.accrue(PACK, years)).stretches().size());
        long least = bytes(() -> LateInterest.accrue(PACK, month));
        long most = bytes(() -> LateInterest.accrue(PACK, years));
        assertTrue(least > 0 && most <= least + LEEWAY, () -> least + " bytes for a month, " + most + " for 20 years");
    }

    @Test
    void a_measurement_that_grows_is_noticed() {
        var changes = List.of(
                new PrincipalChange(day("2004-02-10"), kr("-100")), new PrincipalChange(day("2004-02-20"), kr("-100")));
        var plain = late("10000", "2004-01-31", "2004-02-29");
        var changed =
                new InterestClaim(plain.debtor(), plain.principal(), plain.accrueAfter(), plain.until(), changes, null);
        long less = bytes(() -> LateInterest.accrue(PACK, plain));
        assertTrue(bytes(() -> LateInterest.accrue(PACK, changed)) > less + LEEWAY);
    }

    /** What one time takes, on average. */
    private static long bytes(Supplier<?> work) {
        for (int i = 0; i < TIMES; i++) {
            work.get();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            work.get();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / TIMES;
    }
}
