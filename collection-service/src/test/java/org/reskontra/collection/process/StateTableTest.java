package org.reskontra.collection.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reskontra.collection.process.Cases.CLAIM_VERSION;
import static org.reskontra.collection.process.Cases.LETTER;
import static org.reskontra.collection.process.Cases.balance;
import static org.reskontra.collection.process.Cases.cannotDeliver;
import static org.reskontra.collection.process.Cases.closed;
import static org.reskontra.collection.process.Cases.confirmSent;
import static org.reskontra.collection.process.Cases.day;
import static org.reskontra.collection.process.Cases.demandDecided;
import static org.reskontra.collection.process.Cases.demandSent;
import static org.reskontra.collection.process.Cases.given;
import static org.reskontra.collection.process.Cases.look;
import static org.reskontra.collection.process.Cases.owed;
import static org.reskontra.collection.process.Cases.owedAgain;
import static org.reskontra.collection.process.Cases.paid;
import static org.reskontra.collection.process.Cases.pays;
import static org.reskontra.collection.process.Cases.register;
import static org.reskontra.collection.process.Cases.registered;
import static org.reskontra.collection.process.Cases.reopened;
import static org.reskontra.collection.process.Cases.sek;
import static org.reskontra.collection.process.Cases.tryAgain;
import static org.reskontra.collection.process.Cases.undeliverable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.collection.process.Decision.Accepted;
import org.reskontra.collection.process.Decision.Refused;

/** Walks every pair of state and command, and every pair of state and event. */
class StateTableTest {

    private static final Balance LESS = balance(CLAIM_VERSION + 1, owed(1_00, 0, 0));
    private static final Balance NOTHING = balance(CLAIM_VERSION + 2, owed(0, 0, 0));
    private static final Balance AGAIN = balance(CLAIM_VERSION + 3, owed(1_00, 0, 0));

    private static final List<CaseState> STATES = List.of(
            given().state(),
            given(registered("2025-03-02")).state(),
            given(registered("2025-03-02"), demandDecided("2025-03-02")).state(),
            given(registered("2025-03-02"), demandDecided("2025-03-02"), demandSent("2025-03-02", "2025-03-10"))
                    .state(),
            given(registered("2025-03-02"), demandDecided("2025-03-02"), undeliverable("2025-03-02"))
                    .state(),
            given(
                            registered("2025-03-02"),
                            demandDecided("2025-03-02"),
                            paid(1, "2025-03-02", NOTHING),
                            closed("2025-03-02"))
                    .state());

    private static final List<CaseCommand> COMMANDS = List.of(
            register("2025-03-02"),
            look("2025-03-02"),
            pays(1, "2025-03-03", LESS),
            confirmSent(LETTER, "2025-03-02", "2025-03-10"),
            cannotDeliver(LETTER, "2025-03-02"),
            tryAgain("2025-03-04"));

    private static final List<CaseEvent> EVENTS = List.of(
            registered("2025-03-02"),
            paid(1, "2025-03-03", LESS),
            demandDecided("2025-03-02"),
            demandSent("2025-03-02", "2025-03-10"),
            undeliverable("2025-03-02"),
            reopened("2025-03-02"),
            owedAgain(1, "2025-03-20", AGAIN),
            closed("2025-03-02"));

    @ParameterizedTest(name = "{0} + {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            None          | Register            | Registered
            None          | Look                | CASE_UNKNOWN
            None          | NoteBalance         | CASE_UNKNOWN
            None          | ConfirmSent         | CASE_UNKNOWN
            None          | ReportUndeliverable | CASE_UNKNOWN
            None          | TryAgain            | CASE_UNKNOWN
            Registered    | Register            | -
            Registered    | Look                | DemandDecided
            Registered    | NoteBalance         | BalanceNoted
            Registered    | ConfirmSent         | LETTER_UNKNOWN
            Registered    | ReportUndeliverable | LETTER_UNKNOWN
            Registered    | TryAgain            | NOTHING_TO_TRY_AGAIN
            Demanding     | Register            | -
            Demanding     | Look                | -
            Demanding     | NoteBalance         | BalanceNoted
            Demanding     | ConfirmSent         | DemandSent
            Demanding     | ReportUndeliverable | DemandUndeliverable
            Demanding     | TryAgain            | NOTHING_TO_TRY_AGAIN
            Demanded      | Register            | -
            Demanded      | Look                | -
            Demanded      | NoteBalance         | BalanceNoted
            Demanded      | ConfirmSent         | -
            Demanded      | ReportUndeliverable | LETTER_UNKNOWN
            Demanded      | TryAgain            | NOTHING_TO_TRY_AGAIN
            Undeliverable | Register            | -
            Undeliverable | Look                | -
            Undeliverable | NoteBalance         | BalanceNoted
            Undeliverable | ConfirmSent         | DemandSent
            Undeliverable | ReportUndeliverable | -
            Undeliverable | TryAgain            | DemandReopened
            Closed        | Register            | -
            Closed        | Look                | -
            Closed        | NoteBalance         | -
            Closed        | ConfirmSent         | DemandSent
            Closed        | ReportUndeliverable | -
            Closed        | TryAgain            | CASE_CLOSED
            """)
    void every_cell_answers_as_the_table_says(String state, String command, String expected) {
        assertEquals(expected, inWords(CaseProcess.decide(named(STATES, state), named(COMMANDS, command))));
    }

    /** What a balance of each kind of change leads to in each state. */
    @ParameterizedTest(name = "{0} + {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            None          | CASE_UNKNOWN | CASE_UNKNOWN
            Registered    | BalanceNoted | BalanceNoted
            Demanding     | BalanceNoted | BalanceNoted
            Demanded      | BalanceNoted | BalanceNoted
            Undeliverable | BalanceNoted | BalanceNoted
            Closed        | Reopened     | CASE_CLOSED
            """)
    void only_money_taken_back_reopens_a_case(String state, String takenBack, String otherwise) {
        for (var change : Change.values()) {
            boolean isTakenBack = change == Change.PAYMENT_REVERSED || change == Change.PAYMENT_UNMATCHED;
            assertEquals(
                    isTakenBack ? takenBack : otherwise,
                    inWords(CaseProcess.decide(
                            named(STATES, state),
                            new CaseCommand.NoteBalance(day("2025-03-20"), change, sek(1), AGAIN))),
                    change.name());
        }
    }

    @Test
    void the_table_has_every_state_and_command() {
        assertEquals(kinds(CaseState.class), names(STATES));
        assertEquals(kinds(CaseCommand.class), names(COMMANDS));
        assertEquals(kinds(CaseEvent.class), names(EVENTS));
    }

    static Stream<Arguments> allPairs() {
        return STATES.stream().flatMap(state -> COMMANDS.stream().map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void whatever_is_decided_can_happen(CaseState state, CaseCommand command) {
        if (CaseProcess.decide(state, command) instanceof Accepted(var events)) {
            var after = events.stream().reduce(state, CaseProcess::evolve, (a, b) -> b);
            assertInstanceOf(CaseState.class, after);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            None          | Registered
            Registered    | BalanceNoted, Closed, DemandDecided
            Demanding     | BalanceNoted, Closed, DemandSent, DemandUndeliverable
            Demanded      | BalanceNoted, Closed
            Undeliverable | BalanceNoted, Closed, DemandReopened, DemandSent
            Closed        | DemandSent, Reopened
            """)
    void impossible_history_is_refused(String state, String possible) {
        var from = named(STATES, state);
        var allowed = Set.of(possible.split(", "));
        for (var event : EVENTS) {
            if (allowed.contains(event.getClass().getSimpleName())) {
                assertInstanceOf(CaseState.class, CaseProcess.evolve(from, event));
            } else {
                assertThrows(IllegalStateException.class, () -> CaseProcess.evolve(from, event));
            }
        }
    }

    private static String inWords(Decision decision) {
        return switch (decision) {
            case Accepted(var events) when events.isEmpty() -> "-";
            case Accepted(var events) ->
                events.stream().map(event -> event.getClass().getSimpleName()).collect(Collectors.joining(", "));
            case Refused(var why) -> why.name();
        };
    }

    private static <T> T named(List<T> all, String name) {
        return all.stream()
                .filter(one -> one.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(List<?> all) {
        return all.stream().map(one -> one.getClass().getSimpleName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
