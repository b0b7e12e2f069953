package org.reskontra.dunning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.dunning.ladder.Example.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.DunningEvent.Channel;
import org.reskontra.contracts.DunningEvent.DunningResumed;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.DunningEvent.ReminderUndeliverable;
import org.reskontra.contracts.DunningEvent.ResumeReason;
import org.reskontra.contracts.DunningEvent.StopReason;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.Ladder;

/** What the world is told of a story, and what stays our own business. */
class PublishedTest {

    @Test
    void reminder_and_hand_over_are_told() {
        assertEquals(
                List.of(
                        new ReminderSent(
                                INVOICE,
                                CUSTOMER,
                                1,
                                Channel.EMAIL,
                                day("2026-04-05"),
                                day("2026-04-15"),
                                sek(60_00),
                                "SE-FEE-1",
                                LETTER,
                                owed(10_000_00, 0, 60_00)),
                        new HandedToCollection(
                                INVOICE,
                                CUSTOMER,
                                Country.SE,
                                DebtorKind.BUSINESS,
                                "2026-0042",
                                "1234567897",
                                day("2026-03-01"),
                                day("2026-03-31"),
                                day("2026-04-17"),
                                owed(10_000_00, 46_58, 60_00),
                                7,
                                day("2026-04-17"),
                                InterestTerms.STATUTORY,
                                1,
                                day("2026-04-05"))),
                published(
                        opened(),
                        overdue("2026-04-01"),
                        noted(principal(9_000_00), "2026-04-02"),
                        decided(1, "2026-04-05"),
                        sent(1, "2026-04-05"),
                        handedOver(owed(10_000_00, 46_58, 60_00), "2026-04-17")));
    }

    @Test
    void an_undeliverable_letter_and_the_end_are_told() {
        assertEquals(
                List.of(
                        new ReminderUndeliverable(INVOICE, CUSTOMER, 1, Channel.EMAIL, day("2026-04-05"), "no-email"),
                        new DunningStopped(INVOICE, CUSTOMER, StopReason.SETTLED, day("2026-04-30"))),
                published(
                        opened(),
                        overdue("2026-04-01"),
                        decided(1, "2026-04-05"),
                        undelivered(1, "2026-04-05"),
                        renewed("2026-04-20"),
                        settled("2026-04-30")));
    }

    @Test
    void that_reminders_may_come_again_is_told_and_that_collection_keeps_its_claim_is_not() {
        assertEquals(
                List.of(
                        new DunningStopped(INVOICE, CUSTOMER, StopReason.SETTLED, day("2026-03-10")),
                        new DunningResumed(INVOICE, CUSTOMER, ResumeReason.PAYMENT_TAKEN_BACK, day("2026-05-20"))),
                published(opened(), settled("2026-03-10"), resumed("2026-05-20")));
        var told = published(
                opened(),
                overdue("2026-04-01"),
                decided(1, "2026-04-05"),
                sent(1, "2026-04-05"),
                handedOver(owed(10_000_00, 46_58, 60_00), "2026-04-17"),
                settled("2026-04-16"),
                restored("2026-05-20"));
        assertEquals(new DunningStopped(INVOICE, CUSTOMER, StopReason.SETTLED, day("2026-04-16")), told.getLast());
    }

    private static List<DunningEvent> published(CaseEvent... story) {
        CaseState state = new CaseState.None();
        var told = new ArrayList<DunningEvent>();
        for (var event : story) {
            state = Ladder.evolve(state, event);
            told.addAll(Published.from(((CaseState.Known) state).file(), 7, event));
        }
        return told;
    }
}
