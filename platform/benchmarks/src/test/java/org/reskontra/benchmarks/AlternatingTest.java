package org.reskontra.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.benchmarks.load.Sample;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlternatingTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void raw_and_ours_take_turns_at_being_first_and_the_median_round_counts() {
        var both = Alternating.run(3, taking("raw", 100, 900, 200), taking("ours", 50, 100, 10_000));

        assertEquals(List.of("raw", "ours", "ours", "raw", "raw", "ours"), order);
        assertEquals(200, both.rawPerSecond());
        assertEquals(100, both.oursPerSecond());
        assertEquals(0.5, both.ratio());
    }

    private Supplier<Sample> taking(String who, long... itemsInASecond) {
        Iterator<Long> rounds = Arrays.stream(itemsInASecond).boxed().iterator();
        return () -> {
            order.add(who);
            return Sample.of(rounds.next(), 1_000_000_000);
        };
    }
}
