package org.reskontra.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LatenciesTest {

    @Test
    void a_share_of_the_operations_took_at_most_so_long_whatever_their_order() {
        var latencies = new Latencies();
        LongStream.rangeClosed(1, 5_000).map(i -> 5_001 - i).forEach(millis -> latencies.add(millis * 1_000_000));

        assertEquals(2_500, latencies.millisAt(0.5));
        assertEquals(4_950, latencies.millisAt(0.99));
        assertEquals(5_000, latencies.millisAt(1));
        assertEquals(1, latencies.millisAt(0));
    }

    @Test
    void several_are_one() {
        var one = new Latencies();
        one.add(1_000_000);
        var other = new Latencies();
        other.add(3_000_000);
        one.addAll(other);

        assertEquals(2, one.count());
        assertEquals(3, one.millisAt(0.99));
    }

    @Test
    void nothing_took_no_time() {
        assertEquals(0, new Latencies().millisAt(0.99));
    }
}
