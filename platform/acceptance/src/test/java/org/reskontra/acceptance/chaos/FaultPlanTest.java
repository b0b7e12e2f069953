package org.reskontra.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.agent.Point;
import org.reskontra.acceptance.chaos.Fault.ServiceEndsAt;
import org.reskontra.acceptance.chaos.FaultPlan.Planned;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultPlanTest {

    private static final List<Planned> MANY = LongStream.range(0, 200)
            .boxed()
            .flatMap(seed -> Run.of(seed, Run.Form.FULL).plan().faults().stream())
            .toList();

    @Test
    void the_same_seed_plans_the_same_faults_and_another_one_others() {
        assertEquals(Run.of(4711, Run.Form.FULL), Run.of(4711, Run.Form.FULL));
        assertNotEquals(
                Run.of(4711, Run.Form.FULL).plan(), Run.of(4712, Run.Form.FULL).plan());
    }

    @Test
    void every_kind_of_fault_comes_some_time() {
        assertEquals(
                Set.of(Fault.class.getPermittedSubclasses()),
                MANY.stream().map(planned -> planned.fault().getClass()).collect(Collectors.toSet()));
    }

    @Test
    void services_end_at_every_point_some_time() {
        assertEquals(
                Set.copyOf(Arrays.asList(Point.values())),
                MANY.stream()
                        .map(Planned::fault)
                        .filter(ServiceEndsAt.class::isInstance)
                        .map(fault -> ((ServiceEndsAt) fault).point())
                        .collect(Collectors.toSet()));
    }
}
