package org.reskontra.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.acceptance.chaos.Fault.ServiceKilled;
import org.reskontra.acceptance.chaos.FaultPlan.Moment;
import org.reskontra.acceptance.chaos.FaultPlan.Planned;
import org.reskontra.acceptance.scenarios.RunningPlatform;
import org.reskontra.localstack.services.Service;

/** What goes wrong around the services leaves no trace in what comes out. {@code make chaos} has more of it. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChaosSpec {

    private static final long SOME_LIFE = 1001;

    /** Each in the middle of what it has most of: requests, reminders and what follows from them, hand-overs. */
    @Test
    void each_service_killed_in_the_middle_of_its_work_leaves_no_trace(Rig rig) {
        var life = Run.of(SOME_LIFE, Run.Form.SHORT);
        var lastBusyDay = Run.Form.SHORT.busyDays() - 1;
        var plan = new FaultPlan(List.of(
                killed(0, Moment.AMONG_FACTS, Service.INVOICE),
                killed(lastBusyDay + 1, Moment.IN_THE_WORK, Service.DUNNING),
                killed(lastBusyDay + 1, Moment.IN_THE_WORK, Service.CREDIT_CHECK),
                killed(lastBusyDay + 2, Moment.IN_THE_WORK, Service.COLLECTION)));

        assertEquals(List.of(), new Run(life.tenant(), life.scenario(), plan).on(rig, line -> {}));
    }

    private static Planned killed(int day, Moment moment, Service service) {
        return new Planned(day, moment, 0, new ServiceKilled(service));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0})
    void a_life_full_of_faults_ends_as_if_there_had_been_none(long seed, Rig rig) {
        assertEquals(List.of(), Run.of(seed, Run.Form.SHORT).on(rig, line -> {}), () -> "make chaos SEED=" + seed
                + " SHORT=1");
    }
}
