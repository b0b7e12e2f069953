package org.reskontra.dunning.ladder;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.dunning.ladder.Example.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.dunning.ladder.Decision.Accepted;
import org.reskontra.dunning.ladder.Decision.Refused;

/** Every cell of the table of states and commands, and every pair of state and event. */
class StateTableTest {

    /** What a command leads to in a state: the events in order, or the refusal in capitals; a dash for nothing. */
    private static final String TABLE = """
                          | Open   | NoteDueDatePassed | NoteStanding  | NoteCorrection    | NotePaymentTakenBack      | NoteSettled           | Look            | Receipt        | Undeliverable       | NoteNewAddress
            None          | Opened | CASE_UNKNOWN      | CASE_UNKNOWN  | CASE_UNKNOWN      | CASE_UNKNOWN              | CASE_UNKNOWN          | CASE_UNKNOWN    | CASE_UNKNOWN   | CASE_UNKNOWN        | CASE_UNKNOWN
            Waiting       | -      | DueDatePassed     | StandingNoted | StandingCorrected | StandingCorrected         | StandingNoted Settled | -               | NO_SUCH_LETTER | NO_SUCH_LETTER      | -
            Overdue       | -      | -                 | StandingNoted | StandingCorrected | StandingCorrected         | StandingNoted Settled | ReminderDecided | NO_SUCH_LETTER | NO_SUCH_LETTER      | -
            LetterPending | -      | -                 | StandingNoted | StandingCorrected | StandingCorrected         | StandingNoted Settled | -               | ReminderSent   | ReminderUndelivered | -
            Reminded      | -      | -                 | StandingNoted | StandingCorrected | StandingCorrected         | StandingNoted Settled | ClaimHandedOver | -              | -                   | -
            Unreachable   | -      | -                 | StandingNoted | StandingCorrected | StandingCorrected         | StandingNoted Settled | -               | ReminderSent   | -                   | AddressRenewed
            HandedOver    | -      | -                 | StandingNoted | StandingCorrected | StandingCorrected         | StandingNoted Settled | -               | -              | -                   | -
            Ended         | -      | -                 | StandingNoted | StandingCorrected | StandingCorrected Resumed | StandingNoted         | -               | ReminderSent   | -                   | -
            """;

    private static final CaseFile FILE = new CaseFile(
            terms(), Standing.atOpening(principal(10_000_00), terms().dueDate()), Reminders.NONE, Optional.empty());
    private static final CaseFile REMINDED_FILE = FILE.with(Reminders.sent(1, day("2026-04-05")));

    private static final List<CaseState> STATES = List.of(
            new CaseState.None(),
            new CaseState.Waiting(FILE),
            new CaseState.Overdue(FILE),
            new CaseState.LetterPending(FILE, 1, day("2026-04-05")),
            new CaseState.Reminded(REMINDED_FILE),
            new CaseState.Unreachable(FILE, 1, day("2026-04-05"), "no-email"),
            new CaseState.HandedOver(REMINDED_FILE, day("2026-04-17")),
            new CaseState.Ended(FILE, day("2026-04-17"), true, Optional.empty()));

    private static final List<CaseCommand> COMMANDS = List.of(
            issue(),
            dueDatePasses("2026-04-01"),
            ledgerTells(principal(5_000_00), "2026-04-10"),
            ledgerCorrects(owed(9_000_00, 0, 0), "2026-04-10"),
            takenBack(owed(9_500_00, 0, 0), "2026-05-10"),
            settles("2026-04-10"),
            look("2026-05-01"),
            receipt(1, "2026-04-05"),
            undeliverable(1, "2026-04-05"),
            newAddress("2026-04-20"));

    private static final List<CaseEvent> EVENTS = List.of(
            opened(),
            overdue("2026-04-01"),
            noted(principal(5_000_00), "2026-04-10"),
            corrected(principal(5_000_00), "2026-04-10"),
            decided(1, "2026-05-01"),
            decided(2, "2026-05-01"),
            sent(1, "2026-05-01"),
            undelivered(1, "2026-05-01"),
            renewed("2026-05-01"),
            settled("2026-05-01"),
            resumed("2026-05-10"),
            restored("2026-05-10"),
            handedOver(principal(10_000_00), "2026-05-01"));

    /** Which events each state can see; all others mean that the history is damaged. */
    private static final Map<String, String> POSSIBLE = Map.of(
            "None", "Opened",
            "Waiting", "DueDatePassed StandingNoted StandingCorrected Settled",
            "Overdue", "StandingNoted StandingCorrected ReminderDecided(1) Settled",
            "LetterPending", "StandingNoted StandingCorrected ReminderSent ReminderUndelivered Settled",
            "Reminded", "StandingNoted StandingCorrected ReminderDecided(2) Settled ClaimHandedOver",
            "Unreachable", "StandingNoted StandingCorrected ReminderSent AddressRenewed Settled",
            "HandedOver", "StandingNoted StandingCorrected Settled",
            "Ended", "StandingNoted StandingCorrected ReminderSent Resumed");

    @Test
    void the_table_below_names_every_state_command_and_event() {
        assertEquals(
                names(CaseState.class),
                STATES.stream().map(StateTableTest::name).toList());
        assertEquals(
                names(CaseCommand.class),
                COMMANDS.stream().map(StateTableTest::name).toList());
        assertEquals(
                names(CaseEvent.class),
                EVENTS.stream().map(StateTableTest::name).distinct().sorted().toList());
    }

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state_does_what_the_table_says() {
        return expected().entrySet().stream()
                .flatMap(row -> COMMANDS.stream()
                        .map(command -> DynamicTest.dynamicTest(
                                name(row.getKey()) + " × " + name(command),
                                () -> assertEquals(
                                        row.getValue().get(name(command)),
                                        outcome(Ladder.decide(row.getKey(), command))))));
    }

    @TestFactory
    Stream<DynamicTest> whatever_is_decided_can_also_happen() {
        return pairs().map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
            if (Ladder.decide(pair.state(), pair.command()) instanceof Accepted(var events)) {
                var state = pair.state();
                for (var event : events) {
                    state = Ladder.evolve(state, event);
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_look_on_the_planned_day_always_moves_the_case_and_an_earlier_one_never_does() {
        return STATES.stream()
                .map(state -> DynamicTest.dynamicTest(name(state), () -> {
                    var planned = Ladder.nextStep(state, POLICY).map(NextStep::on);
                    if (planned.isPresent()) {
                        var onTheDay = Ladder.decide(state, new CaseCommand.Look(planned.get(), POLICY, LAW));
                        assertFalse(((Accepted) onTheDay).events().isEmpty(), "a look on the day must take a step");
                        var before = Ladder.decide(
                                state, new CaseCommand.Look(planned.get().minusDays(1), POLICY, LAW));
                        assertEquals(Decision.accept(), before);
                    } else if (!(state instanceof CaseState.None)) {
                        assertEquals(Decision.accept(), Ladder.decide(state, look("2099-01-01")));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> impossible_history_is_never_passed_over() {
        return STATES.stream()
                .flatMap(state -> EVENTS.stream()
                        .map(event -> DynamicTest.dynamicTest(name(state) + " after " + label(event), () -> {
                            if (List.of(POSSIBLE.get(name(state)).split(" ")).stream()
                                    .anyMatch(possible ->
                                            possible.equals(name(event)) || possible.equals(label(event)))) {
                                Ladder.evolve(state, event);
                            } else {
                                assertThrows(IllegalStateException.class, () -> Ladder.evolve(state, event));
                            }
                        })));
    }

    @Test
    void a_letter_of_another_step_is_neither_received_nor_returned() {
        for (var state : STATES) {
            if (state instanceof CaseState.None || state instanceof CaseState.Ended) {
                continue;
            }
            assertEquals(Decision.refuse(Refusal.NO_SUCH_LETTER), Ladder.decide(state, receipt(2, "2026-05-01")));
            assertEquals(Decision.refuse(Refusal.NO_SUCH_LETTER), Ladder.decide(state, undeliverable(2, "2026-05-01")));
        }
    }

    @Test
    void a_correction_that_leaves_nothing_changed_is_no_news_in_any_state() {
        for (var state : STATES) {
            if (state instanceof CaseState.Known known) {
                var owed = known.file().standing().owed();
                assertEquals(Decision.accept(), Ladder.decide(state, ledgerCorrects(owed, "2026-04-10")));
            }
        }
    }

    @Test
    void what_is_paid_after_the_hand_over_is_collected_and_what_was_paid_by_its_day_was_never_to_be() {
        var handedOver = new CaseState.HandedOver(REMINDED_FILE, day("2026-04-17"));
        assertEquals("StandingNoted", outcome(Ladder.decide(handedOver, settles("2026-04-18"))));
        assertEquals("StandingNoted Settled", outcome(Ladder.decide(handedOver, settles("2026-04-17"))));
    }

    @Test
    void a_case_whose_hand_over_was_for_nothing_goes_back_to_collection_and_not_to_the_ladder() {
        var ended = new CaseState.Ended(REMINDED_FILE, day("2026-04-17"), true, Optional.of(day("2026-04-17")));
        assertEquals(
                "StandingCorrected HandOverRestored",
                outcome(Ladder.decide(ended, takenBack(owed(9_500_00, 0, 0), "2026-05-10"))));
        assertEquals(
                new CaseState.HandedOver(REMINDED_FILE, day("2026-04-17")),
                Ladder.evolve(ended, restored("2026-05-10")));
        assertThrows(IllegalStateException.class, () -> Ladder.evolve(ended, resumed("2026-05-10")));
    }

    @Test
    void reminders_cannot_be_counted_without_the_day_of_the_last() {
        assertThrows(IllegalArgumentException.class, () -> new Reminders(1, Reminders.NONE.last()));
        assertTrue(Reminders.NONE.last().isEmpty());
    }

    private record Pair(CaseState state, CaseCommand command) {
        @Override
        public String toString() {
            return name(state) + " × " + name(command);
        }
    }

    private static Stream<Pair> pairs() {
        return STATES.stream().flatMap(state -> COMMANDS.stream().map(command -> new Pair(state, command)));
    }

    private static Map<CaseState, Map<String, String>> expected() {
        var rows = TABLE.lines().map(line -> line.split("\\|")).toList();
        var columns = rows.getFirst();
        var expected = new LinkedHashMap<CaseState, Map<String, String>>();
        for (int row = 1; row < rows.size(); row++) {
            var cells = new LinkedHashMap<String, String>();
            for (int column = 1; column < columns.length; column++) {
                cells.put(columns[column].strip(), rows.get(row)[column].strip());
            }
            var state = STATES.get(row - 1);
            assertEquals(name(state), rows.get(row)[0].strip());
            expected.put(state, cells);
        }
        return expected;
    }

    private static String outcome(Decision decision) {
        return switch (decision) {
            case Accepted(var events) when events.isEmpty() -> "-";
            case Accepted(var events) ->
                events.stream().map(StateTableTest::name).collect(joining(" "));
            case Refused(var why) -> why.name();
        };
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }

    private static String label(CaseEvent event) {
        return event instanceof CaseEvent.ReminderDecided(var _, int step)
                ? "ReminderDecided(" + step + ")"
                : name(event);
    }

    private static List<String> names(Class<?> vocabulary) {
        var names = new ArrayList<String>();
        for (var member : vocabulary.getPermittedSubclasses()) {
            if (member.isSealed()) {
                names.addAll(names(member));
            } else {
                names.add(member.getSimpleName());
            }
        }
        if (vocabulary == CaseEvent.class) {
            names.sort(null);
        }
        return names;
    }
}
