package org.reskontra.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.acceptance.chaos.Fault.ServiceKilled;
import org.reskontra.acceptance.chaos.FaultPlan.Moment;
import org.reskontra.acceptance.chaos.FaultPlan.Planned;
import org.reskontra.acceptance.oracle.Receivable;
import org.reskontra.acceptance.oracle.Scenario;
import org.reskontra.acceptance.scenarios.RunningPlatform;
import org.reskontra.localstack.services.Service;

/** What goes wrong around the services leaves no trace in what comes out. {@code make chaos} has more of it. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChaosSpec {

    /**
     * Fourteen invoices, eleven reminded and seven handed over; seven files of the bank, two payments taken back, two credit
     * notes.
     */
    private static final long SOME_LIFE = 192;

    /** Each in the middle of what it has most of: requests, reminders and what follows from them, hand-overs. */
    @Test
    void each_service_killed_in_the_middle_of_its_work_leaves_no_trace(Rig rig) {
        var life = Run.of(SOME_LIFE, Run.Form.SHORT);
        int reminders = busiest(life.scenario(), Receivable::remindedOn);
        int handOvers = busiest(life.scenario(), Receivable::handedOverOn);
        var plan = new FaultPlan(List.of(
                killed(0, Moment.AMONG_FACTS, Service.INVOICE),
                killed(reminders, Moment.IN_THE_WORK, Service.DUNNING),
                killed(reminders, Moment.IN_THE_WORK, Service.CREDIT_CHECK),
                killed(handOvers, Moment.IN_THE_WORK, Service.COLLECTION)));

        assertEquals(List.of(), new Run(life.tenant(), life.scenario(), plan).on(rig, line -> {}));
    }

    /** The day on which it happens to most invoices. */
    private static int busiest(Scenario scenario, Function<Receivable, Optional<LocalDate>> day) {
        var receivables = scenario.outcome().receivables();
        return IntStream.range(0, scenario.days().size())
                .boxed()
                .max(Comparator.comparingLong(i -> receivables.stream()
                        .filter(receivable -> day.apply(receivable)
                                .equals(Optional.of(scenario.days().get(i).date())))
                        .count()))
                .orElseThrow();
    }

    private static Planned killed(int day, Moment moment, Service service) {
        return new Planned(day, moment, 0, new ServiceKilled(service));
    }

    /** 74: the broker stands still, PostgreSQL is killed. */
    @ParameterizedTest
    @ValueSource(longs = 74)
    void a_life_full_of_faults_ends_as_if_there_had_been_none(long seed, Rig rig) {
        var faults = Run.of(seed, Run.Form.SHORT).on(rig, line -> {});

        assertEquals(List.of(), faults, () -> "again with: make chaos SEED=" + seed + " SHORT=1");
    }
}
