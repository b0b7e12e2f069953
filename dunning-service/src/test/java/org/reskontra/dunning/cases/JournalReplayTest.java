package org.reskontra.dunning.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.dunning.ladder.Example.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.contracts.TenantId;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.dunning.ladder.CaseState.Known;
import org.reskontra.dunning.ladder.Ladder;
import org.reskontra.kit.Ids;

/** A case written to its row and its journal reads back as the very same case, at every point of its story. */
class JournalReplayTest {

    private static final List<List<CaseEvent>> STORIES = List.of(
            List.of(
                    opened(),
                    noted(principal(9_000_00), "2026-03-10"),
                    overdue("2026-04-01"),
                    noted(principal(8_000_00), "2026-04-02"),
                    decided(1, "2026-04-05"),
                    sent(1, "2026-04-05"),
                    interestBooked(owed(8_000_00, 20_00, 60_00), "2026-04-07"),
                    handedOver(owed(8_000_00, 30_00, 60_00), "2026-04-17")),
            List.of(
                    opened(terms(day("2026-03-01"), day("2026-03-31"), false, new BigDecimal("0.115"))),
                    overdue("2026-04-01"),
                    decided(1, "2026-04-05"),
                    undelivered(1, "2026-04-05"),
                    renewed("2026-04-20"),
                    decided(1, "2026-04-20"),
                    settled("2026-04-20"),
                    corrected(principal(10_000_00), "2026-05-20"),
                    resumed("2026-05-20")),
            List.of(
                    opened(),
                    settled("2026-03-10"),
                    corrected(principal(10_000_00), "2026-03-20"),
                    resumed("2026-03-20"),
                    overdue("2026-04-01"),
                    decided(1, "2026-04-05"),
                    sent(1, "2026-04-05"),
                    handedOver(principal(10_000_00), "2026-04-17"),
                    settled("2026-04-16"),
                    restored("2026-05-20")));

    @TestFactory
    Stream<DynamicTest> row_and_journal_lose_nothing() {
        return STORIES.stream()
                .flatMap(story -> story.stream().map(last -> {
                    var past = story.subList(0, story.indexOf(last) + 1);
                    return DynamicTest.dynamicTest(
                            past.size() + " events, last " + last.getClass().getSimpleName(), () -> survives(past));
                }));
    }

    private static void survives(List<CaseEvent> past) {
        var state = (Known) Ladder.replay(past);
        var row = CaseRow.of(new TenantId(Ids.next()), INVOICE);
        row.become(state, Optional.empty());
        row.journalLength = past.size();
        assertEquals(state, row.state());

        var journal = new ArrayList<CaseEvent>();
        for (int seq = 1; seq <= past.size(); seq++) {
            journal.add(JournalRow.of(row, seq, past.get(seq - 1)).told());
        }
        assertEquals(past, journal);
        assertEquals(state, Ladder.replay(journal));
    }
}
