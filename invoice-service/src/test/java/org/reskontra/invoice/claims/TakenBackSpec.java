package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.claims.ClaimStory.LAW;
import static org.reskontra.invoice.claims.ClaimStory.day;
import static org.reskontra.invoice.claims.ClaimStory.issued;
import static org.reskontra.invoice.claims.ClaimStory.paid;
import static org.reskontra.invoice.claims.ClaimStory.parts;
import static org.reskontra.invoice.claims.ClaimStory.receipt;
import static org.reskontra.invoice.claims.ClaimStory.sek;
import static org.reskontra.invoice.claims.ClaimStory.shown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.UnmatchReason;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.Published;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentTakenBack;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.ClaimEvent.Reopened;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.ledger.Account;

/** 10 000 kr due on 31 January 2025 at 11 %, and payments that leave it again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TakenBackSpec {

    private static final Why REVERSED = new Why.Reversed(ReversalReason.INSUFFICIENT_FUNDS);
    private static final Why UNMATCHED = new Why.Unmatched(UnmatchReason.WRONG_INVOICE);
    private static final int HISTORIES = 3_000;

    @Test
    void a_settled_claim_is_owed_again_without_the_interest_that_came_with_the_payment() {
        var story = issued().andPaysOn("2025-03-02", 10_090_41);
        var events = story.takesBack("2025-03-02", "2025-04-10", REVERSED);
        assertEquals(
                List.of(
                        takenBack("2025-03-02", 0, 90_41, 10_000_00, 0, REVERSED),
                        new InterestWithdrawn(day("2025-03-02"), sek(90_41), "SE-INT-16"),
                        new Reopened(day("2025-04-10"))),
                events);
        assertEquals(issued().state(), story.after(events).state(), "as if it had never come");
    }

    @Test
    void who_pays_again_owes_the_interest_to_that_day() {
        var story = issued().andPaysOn("2025-03-02", 10_090_41).andTakesBack("2025-03-02", "2025-04-10", REVERSED);
        // 59 days at 11 %
        assertEquals(
                List.of(
                        "interest 177.81 through 2025-03-31",
                        paid("2025-03-31", 0, 177_81, 10_000_00),
                        new SettledInFull(day("2025-03-31"))),
                shown(story.paysOn("2025-03-31", 10_177_81)));
    }

    @Test
    void a_fee_that_was_withdrawn_because_of_the_payment_is_owed_again() {
        var story = issued().remindedOn("2025-02-05").andPaysOn("2025-01-31", 10_000_00);
        assertEquals(
                List.of(
                        takenBack("2025-01-31", 0, 0, 10_000_00, 0, REVERSED),
                        fee("2025-02-05"),
                        new Reopened(day("2025-04-10"))),
                story.takesBack("2025-01-31", "2025-04-10", REVERSED));
    }

    @Test
    void a_fee_that_was_given_up_because_of_the_payment_is_owed_too() {
        var story = issued().andPaysOn("2025-01-31", 10_000_00).remindedOn("2025-02-05");
        assertEquals(
                List.of(
                        takenBack("2025-01-31", 0, 0, 10_000_00, 0, REVERSED),
                        fee("2025-02-05"),
                        new Reopened(day("2025-04-10"))),
                story.takesBack("2025-01-31", "2025-04-10", REVERSED));
        var earlier = issued().andPaysOn("2025-02-10", 10_030_14).remindedOn("2025-02-05");
        assertEquals(
                List.of(
                        takenBack("2025-02-10", 0, 30_14, 10_000_00, 0, REVERSED),
                        new InterestWithdrawn(day("2025-02-10"), sek(30_14), "SE-INT-16"),
                        fee("2025-02-05"),
                        new Reopened(day("2025-04-10"))),
                earlier.takesBack("2025-02-10", "2025-04-10", REVERSED));
    }

    @Test
    void a_fee_that_was_charged_before_the_payment_stays_as_it_is() {
        var story = issued().remindedOn("2025-02-05").andPaysOn("2025-02-10", 10_090_14);
        assertEquals(
                List.of(
                        takenBack("2025-02-10", 60_00, 30_14, 10_000_00, 0, REVERSED),
                        new InterestWithdrawn(day("2025-02-10"), sek(30_14), "SE-INT-16"),
                        new Reopened(day("2025-04-10"))),
                story.takesBack("2025-02-10", "2025-04-10", REVERSED));
    }

    @Test
    void later_payments_cover_what_is_owed_without_it() {
        var story = issued().andPaysOn("2025-02-10", 1_000_00).andPaysOn("2025-03-02", 4_000_00);
        var events = story.takesBack("2025-02-10", "2025-04-10", REVERSED);
        assertEquals(
                List.of(
                        takenBack("2025-02-10", 0, 30_14, 969_86, 0, REVERSED),
                        new InterestWithdrawn(day("2025-02-10"), sek(30_14), "SE-INT-16"),
                        new InterestWithdrawn(day("2025-03-02"), sek(54_43), "SE-INT-16"),
                        "interest 90.41 through 2025-03-02",
                        new PaymentReallocated(
                                day("2025-03-02"),
                                receipt("2025-03-02"),
                                parts(0, 54_43, 3_945_57),
                                parts(0, 90_41, 3_909_59),
                                sek(0))),
                shown(events));
        assertEquals(
                issued().andPaysOn("2025-03-02", 4_000_00).state(),
                story.after(events).state());
    }

    @Test
    void money_held_of_a_later_payment_settles_the_claim_on_its_day() {
        var story = issued().andPaysOn("2025-01-20", 10_000_00).andPaysOn("2025-01-25", 10_000_00);
        assertEquals(
                List.of(
                        takenBack("2025-01-20", 0, 0, 10_000_00, 0, REVERSED),
                        new PaymentReallocated(
                                day("2025-01-25"),
                                receipt("2025-01-25"),
                                parts(0, 0, 0),
                                parts(0, 0, 10_000_00),
                                sek(0)),
                        new SettledInFull(day("2025-01-25"))),
                story.takesBack("2025-01-20", "2025-04-10", REVERSED));
    }

    @Test
    void a_payment_of_which_everything_is_held_changes_nothing_else() {
        var story = issued().andPaysOn("2025-01-20", 10_000_00).andPaysOn("2025-01-25", 500_00);
        assertEquals(
                List.of(takenBack("2025-01-25", 0, 0, 0, 500_00, UNMATCHED)),
                story.takesBack("2025-01-25", "2025-04-10", UNMATCHED));
    }

    @Test
    void of_two_payments_of_a_day_the_one_told_first_keeps_its_place() {
        var first = issued().andPaysOn("2025-03-02", 4_000_00);
        var second = new Receipt(new PaymentId(new UUID(7, 7)), day("2025-03-02"), day("2025-03-02"));
        var both = first.and(new ReceivePayment(day("2025-03-02"), second, sek(1_000_00)));
        assertEquals(
                first.state(),
                both.and(new TakeBackPayment(day("2025-04-10"), second.payment(), sek(1_000_00), REVERSED))
                        .state());
        assertEquals(
                issued().and(new ReceivePayment(day("2025-03-02"), second, sek(1_000_00)))
                        .state(),
                both.andTakesBack("2025-03-02", "2025-04-10", REVERSED).state());
    }

    @Test
    void what_was_handed_over_is_owed_in_collection_again() {
        var handOver = new HandOver(day("2025-02-17"));
        var before = issued().remindedOn("2025-02-05").and(handOver);
        assertEquals(
                before.state(),
                before.andPaysOn("2025-03-02", 10_150_41)
                        .andTakesBack("2025-03-02", "2025-04-10", REVERSED)
                        .state());
        var after = issued().remindedOn("2025-02-05")
                .andPaysOn("2025-02-16", 10_108_22)
                .and(handOver);
        assertInstanceOf(ClaimState.Settled.class, after.state());
        assertEquals(
                before.state(),
                after.andTakesBack("2025-02-16", "2025-04-10", REVERSED).state(),
                "the payment was faster than the hand-over");
    }

    @Test
    void a_payment_taken_back_is_unknown_after_it_and_can_be_booked_anew() {
        var story = issued().andPaysOn("2025-03-02", 10_090_41).andTakesBack("2025-03-02", "2025-04-10", UNMATCHED);
        assertEquals(
                Decision.refuse(Refusal.PAYMENT_UNKNOWN),
                Claims.decide(LAW, story.state(), takeBack(receipt("2025-03-02"), 10_090_41, "2025-04-10", UNMATCHED)));
        assertEquals(
                issued().andPaysOn("2025-03-02", 10_090_41).state(),
                story.andPaysOn("2025-03-02", 10_090_41).state());
    }

    @Test
    void a_part_that_is_held_no_more_must_come_back_first() {
        var story = issued().andPaysOn("2025-01-20", 10_500_00);
        assertEquals(
                Decision.refuse(Refusal.EXCESS_NOT_HELD),
                Claims.decide(LAW, story.state(), takeBack(receipt("2025-01-20"), 10_600_00, "2025-04-10", REVERSED)));
    }

    @Test
    void all_events_tell_what_is_owed_after_it() {
        var story = issued().remindedOn("2025-02-05").andPaysOn("2025-01-31", 10_000_00);
        var events = story.takesBack("2025-01-31", "2025-04-10", REVERSED);
        var told = Published.from(new InvoiceId(new UUID(0, 1)), new CustomerId(new UUID(0, 2)), story.state(), events);
        assertEquals(
                List.of("PaymentReversed", "ChargePosted"),
                told.stream().map(event -> event.getClass().getSimpleName()).toList());
        told.forEach(event -> assertEquals(Outstanding.of(sek(10_000_00), sek(0), sek(60_00)), event.outstanding()));
        var reversed = assertInstanceOf(InvoiceEvent.PaymentReversed.class, told.getFirst());
        assertEquals(sek(10_000_00), reversed.amount());
        assertEquals(ReversalReason.INSUFFICIENT_FUNDS, reversed.reason());
        assertEquals(day("2025-04-10"), reversed.reversedOn());
    }

    @Test
    void a_history_with_a_payment_taken_back_ends_as_the_one_without_it() {
        int reopened = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var others = randomNews(random);
            var gone = randomPayment(random, 99);
            var why = random.nextBoolean() ? REVERSED : UNMATCHED;
            var takeBack = new TakeBackPayment(day("2025-06-01"), gone.receipt().payment(), gone.amount(), why);
            var all = new ArrayList<>(others);
            int told = random.nextInt(all.size() + 1);
            all.add(told, gone);
            all.add(told + 1 + random.nextInt(all.size() - told), takeBack);

            var with = lived(all);
            var without = lived(others);
            if (with.gaveUpAFee || without.gaveUpAFee) {
                continue; // given up because it was told so late: that does depend on when it was told
            }
            assertEquals(without.story.state(), with.story.state(), "seed " + seed + ": " + all);
            var expected = new HashMap<>(without.ledger);
            if (why == UNMATCHED) {
                expected.merge(Account.BANK, gone.amount().minor(), Long::sum);
                expected.merge(Account.HELD_FOR_CUSTOMERS, -gone.amount().minor(), Long::sum);
            }
            expected.values().removeIf(minor -> minor == 0);
            with.ledger.values().removeIf(minor -> minor == 0);
            assertEquals(expected, with.ledger, "seed " + seed + ": " + all);
            reopened += with.reopened;
        }
        assertTrue(reopened > HISTORIES / 20, reopened + " settled claims that are owed again prove too little");
    }

    @Test
    void payments_and_reversals_end_the_same_in_every_order_of_telling() {
        for (int seed = 0; seed < HISTORIES / 10; seed++) {
            var random = new Random(seed);
            var payments = new ArrayList<ReceivePayment>();
            for (int i = 0; i < 4; i++) {
                payments.add(randomPayment(random, i));
            }
            var ends = new ArrayList<Claim>();
            for (int order = 0; order < 12; order++) {
                var news = new ArrayList<ClaimCommand>(payments);
                Collections.shuffle(news, random);
                for (var taken : payments.subList(0, 2)) {
                    int after = news.indexOf(taken) + 1;
                    news.add(
                            after + random.nextInt(news.size() - after + 1),
                            new TakeBackPayment(
                                    day("2025-06-01"), taken.receipt().payment(), taken.amount(), REVERSED));
                }
                ends.add(lived(news).story.claim());
                assertEquals(ends.getFirst().owed(), ends.getLast().owed(), "seed " + seed + ": " + news);
                assertEquals(ends.getFirst().interestThrough(), ends.getLast().interestThrough(), "seed " + seed);
            }
        }
    }

    // ---- random histories

    /** Reminders and the hand-over in the order in which their publisher tells them, payments anywhere. */
    private static List<ClaimCommand> randomNews(Random random) {
        var news = new ArrayList<ClaimCommand>();
        int reminders = random.nextInt(3);
        for (int step = 1; step <= reminders; step++) {
            news.add(new ChargeReminder(step, sek(60_00), day("2025-02-05").plusDays(14L * step + random.nextInt(5))));
        }
        if (reminders > 0 && random.nextInt(3) == 0) {
            news.add(new HandOver(day("2025-04-01")));
        }
        int payments = random.nextInt(4);
        for (int i = 0; i < payments; i++) {
            news.add(random.nextInt(news.size() + 1), randomPayment(random, i));
        }
        return news;
    }

    private static ReceivePayment randomPayment(Random random, int number) {
        var on = day("2025-01-15").plusDays(random.nextInt(80));
        long minor = random.nextInt(3) == 0 ? 10_000_00 + random.nextInt(300_00) : 1 + random.nextInt(6_000_00);
        return new ReceivePayment(on, new Receipt(new PaymentId(new UUID(1, number)), on, on), sek(minor));
    }

    private static Lived lived(List<? extends ClaimCommand> news) {
        var lived = new Lived(issued());
        news.forEach(lived::take);
        return lived;
    }

    private static final class Lived {

        private final Map<Account, Long> ledger = new EnumMap<>(Account.class);
        private ClaimStory story;
        private int reopened;
        private boolean gaveUpAFee;

        Lived(ClaimStory story) {
            this.story = story;
        }

        void take(ClaimCommand command) {
            var events = story.when(command);
            for (var event : events) {
                Bookkeeping.of(event, MoneyFrom.BANK)
                        .ifPresent(posting -> posting.entries()
                                .forEach(entry -> ledger.merge(
                                        entry.account(), entry.amount().minor(), Long::sum)));
                reopened += event instanceof Reopened ? 1 : 0;
                gaveUpAFee |= event instanceof ReminderFeeWaived
                        && story.claim()
                                .settledOn()
                                .filter(event.on()::isBefore)
                                .isPresent();
            }
            story = story.after(events);
        }
    }

    // ---- words

    private static TakeBackPayment takeBack(Receipt receipt, long minor, String on, Why why) {
        return new TakeBackPayment(day(on), receipt.payment(), sek(minor), why);
    }

    private static ClaimEvent takenBack(
            String paidOn, long costs, long interest, long principal, long excess, Why why) {
        return new PaymentTakenBack(
                day(paidOn), receipt(paidOn), parts(costs, interest, principal), sek(excess), why, day("2025-04-10"));
    }

    private static ClaimEvent fee(String sentOn) {
        return new ReminderFeePosted(day(sentOn), 1, sek(60_00), "SE-FEE-1");
    }
}
