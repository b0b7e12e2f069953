package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.UnmatchReason;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.Published;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.Credit;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimCommand.Issue;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.invoice.claims.ClaimCommand.WriteOff;
import org.reskontra.invoice.claims.ClaimEvent.Credited;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffCorrected;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.invoicing.VatSubtotal;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.Entry;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.invoice.ledger.PostingKind;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.interest.InterestResult.Computed;

/** 10 000 kr due on 31 January 2025 at 11 %, 2 000 of it VAT, and credit notes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditSpec {

    private static final RulePack LAW = Rulebook.standard().pack(Country.SE);
    private static final long GROSS = 10_000_00;
    private static final String ISSUED = "2025-01-01";
    private static final int HISTORIES = 3_000;

    @Test
    void a_credit_of_all_settles_the_claim_from_the_day_of_the_invoice_on() {
        assertEquals(List.of(credited(GROSS), new SettledInFull(day(ISSUED))), issued().credits(GROSS));
    }

    @Test
    void a_credit_of_a_part_leaves_the_rest() {
        var story = issued();
        assertEquals(List.of(credited(2_500_00)), story.credits(2_500_00));
        assertEquals(
                Outstanding.of(sek(7_500_00), sek(0), sek(0)),
                story.andCredits(2_500_00).claim().owed());
    }

    @Test
    void what_was_credited_bears_no_interest_on_any_day() {
        // 30 days at 11 % on 5 000 kr, not on 10 000
        assertEquals(
                List.of("interest 45.21 through 2025-03-02", paid("2025-03-02", 0, 45_21, 3_954_79)),
                shown(issued().andCredits(5_000_00).paysOn("2025-03-02", 4_000_00)));
    }

    @Test
    void interest_that_was_posted_on_it_lapses_and_the_money_covers_principal_instead() {
        var story = issued().andPaysOn("2025-03-02", 4_000_00);
        var events = story.credits(5_000_00);
        assertEquals(
                List.of(
                        new InterestWithdrawn(day("2025-03-02"), sek(90_41), "SE-INT-16"),
                        "interest 45.21 through 2025-03-02",
                        moved("2025-03-02", allocation(0, 90_41, 3_909_59), allocation(0, 45_21, 3_954_79), 0),
                        credited(5_000_00)),
                shown(events));
        assertEquals(
                issued().andCredits(5_000_00).andPaysOn("2025-03-02", 4_000_00).state(),
                story.after(events).state(),
                "as if it had been told before");
    }

    @Test
    void what_was_paid_for_what_was_never_owed_is_held_for_the_customer() {
        assertEquals(
                List.of(
                        new InterestWithdrawn(day("2025-03-02"), sek(90_41), "SE-INT-16"),
                        moved("2025-03-02", allocation(0, 90_41, GROSS), allocation(0, 0, 0), 10_090_41),
                        credited(GROSS),
                        new SettledInFull(day(ISSUED))),
                issued().andPaysOn("2025-03-02", 10_090_41).credits(GROSS));
        assertEquals(
                List.of(
                        moved("2025-01-20", allocation(0, 0, GROSS), allocation(0, 0, 8_000_00), 2_000_00),
                        credited(2_000_00)),
                issued().andPaysOn("2025-01-20", GROSS).credits(2_000_00));
    }

    @Test
    void a_fee_has_no_ground_when_nothing_was_owed() {
        assertEquals(
                List.of(feeWithdrawn("2025-02-05"), credited(GROSS), new SettledInFull(day(ISSUED))),
                issued().remindedOn("2025-02-05").credits(GROSS));
    }

    @Test
    void a_fee_has_no_ground_when_the_rest_had_been_paid_before_the_reminder() {
        assertEquals(
                List.of(feeWithdrawn("2025-02-05"), credited(4_000_00), new SettledInFull(day("2025-01-20"))),
                issued().andPaysOn("2025-01-20", 6_000_00)
                        .remindedOn("2025-02-05")
                        .credits(4_000_00));
    }

    @Test
    void a_fee_stays_when_the_rest_was_late() {
        var story = issued().remindedOn("2025-02-05");
        assertEquals(List.of(credited(4_000_00)), story.credits(4_000_00));
        assertEquals(
                Outstanding.of(sek(6_000_00), sek(0), sek(60_00)),
                story.andCredits(4_000_00).claim().owed());
    }

    @Test
    void a_reminder_that_is_told_after_all_was_credited_costs_nothing() {
        assertEquals(
                List.of(new ReminderFeeWaived(day("2025-02-05"), 1, sek(60_00), "SE-FEE-1")),
                issued().andCredits(GROSS).when(new ChargeReminder(1, sek(60_00), day("2025-02-05"))));
    }

    @Test
    void a_claim_that_collection_has_is_credited_there() {
        var story = issued().remindedOn("2025-02-05").and(new HandOver(day("2025-03-01")));
        assertInstanceOf(
                ClaimState.InCollection.class, story.andCredits(4_000_00).state());
        var settled = assertInstanceOf(
                ClaimState.Settled.class, story.andCredits(GROSS).state());
        assertTrue(settled.handedOver());
    }

    @Test
    void money_that_comes_after_all_was_credited_is_held() {
        var story = issued().andCredits(GROSS).andPaysOn("2025-02-01", 100_00);
        assertInstanceOf(ClaimState.Settled.class, story.state());
        assertEquals(sek(100_00), story.claim().history().payments().getFirst().excess());
    }

    @Test
    void a_payment_that_the_bank_takes_back_leaves_the_rest_owed_and_the_credit_where_it_is() {
        var story = issued().andPaysOn("2025-01-20", 8_000_00).andCredits(2_000_00);
        assertInstanceOf(ClaimState.Settled.class, story.state());
        var back = story.and(takeBack(payment(0, "2025-01-20", 8_000_00)));
        assertEquals(issued().andCredits(2_000_00).state(), back.state());
    }

    @Test
    void what_was_given_up_before_shrinks_by_what_was_never_owed() {
        var gone = new WriteOffId(new UUID(3, 1));
        var story = issued().and(new WriteOff(day("2025-01-20"), gone, WriteOffReason.GOODWILL, null));
        assertEquals(
                List.of(
                        new WriteOffCorrected(
                                day("2025-01-20"),
                                gone,
                                WriteOffReason.GOODWILL,
                                allocation(0, 0, GROSS),
                                allocation(0, 0, 7_000_00)),
                        credited(3_000_00)),
                story.credits(3_000_00));
    }

    @Test
    void no_more_is_credited_than_was_invoiced() {
        var story = issued().andCredits(6_000_00);
        assertEquals(refused(Refusal.MORE_THAN_INVOICED), story.decided(credit(2, 4_000_01, "SEK")));
        assertInstanceOf(Accepted.class, story.decided(credit(2, 4_000_00, "SEK")));
        assertEquals(refused(Refusal.CURRENCY_DIFFERS), story.decided(credit(2, 1, "EUR")));
        assertEquals(refused(Refusal.CLAIM_UNKNOWN), Claims.decide(LAW, new ClaimState.None(), credit(1, 1, "SEK")));
        assertEquals(Decision.accept(), story.decided(credit(1, 6_000_00, "SEK")), "told twice");
    }

    @Test
    void it_takes_off_sales_and_vat_and_is_booked_for_the_day_of_the_invoice() {
        var posting = Bookkeeping.of(issued().credits(2_500_00).getFirst(), MoneyFrom.BANK)
                .orElseThrow();
        assertEquals(
                new Posting(
                        day(ISSUED),
                        PostingKind.CREDITED,
                        List.of(
                                Entry.debit(Account.SALES_25, sek(2_000_00)),
                                Entry.debit(Account.OUTPUT_VAT_25, sek(500_00)),
                                Entry.paid(ClaimPart.PRINCIPAL, sek(2_500_00)))),
                posting);
    }

    @Test
    void all_events_tell_what_is_owed_after_it() {
        var story = issued().andPaysOn("2025-01-20", 6_000_00).remindedOn("2025-02-05");
        var events = story.credits(4_000_00);
        var told = Published.from(new InvoiceId(new UUID(0, 1)), new CustomerId(new UUID(0, 2)), story.state(), events);
        assertEquals(
                List.of("ChargeWithdrawn", "InvoiceCredited", "InvoiceSettled"),
                told.stream().map(event -> event.getClass().getSimpleName()).toList());
        told.forEach(event -> assertEquals(Outstanding.of(sek(0), sek(0), sek(0)), event.outstanding()));
        var credited = assertInstanceOf(InvoiceCredited.class, told.get(1));
        assertEquals("RK1", credited.number());
        assertEquals(CreditReason.WRONG_AMOUNT, credited.reason());
        assertEquals(sek(4_000_00), credited.amount());
        assertEquals(sek(3_200_00), credited.net());
        assertEquals(sek(800_00), credited.vat());
        assertEquals(day("2025-04-10"), credited.issueDate());
    }

    // ---- random histories

    @Test
    void an_invoice_with_credits_ends_as_one_that_was_issued_over_what_is_left() {
        int corrected = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var others = randomNews(random);
            var credits = randomCredits(random);
            var all = anywhere(random, others, credits);
            long rest = GROSS - credits.stream().mapToLong(CreditSpec::minor).sum();

            var with = lived(GROSS, all);
            var without = lived(rest, others);
            if (with.gaveUpAFee || without.gaveUpAFee) {
                continue; // given up because it was told so late: that does depend on when it was told
            }
            var said = "seed " + seed + ": " + all;
            assertEquals(without.claim().owed(), with.claim().owed(), said);
            assertEquals(without.claim().interestThrough(), with.claim().interestThrough(), said);
            assertEquals(
                    without.claim().history().payments(), with.claim().history().payments(), said);
            assertEquals(
                    without.claim().history().interest(), with.claim().history().interest(), said);
            assertEquals(
                    without.claim().history().fees(), with.claim().history().fees(), said);
            if (rest > 0) {
                assertEquals(without.state.getClass(), with.state.getClass(), said);
                assertEquals(without.claim().settledOn(), with.claim().settledOn(), said);
            }
            assertEquals(without.balances(), with.balances(), said);
            corrected += with.corrections;
        }
        assertTrue(corrected > HISTORIES / 2, corrected + " corrections prove too little");
    }

    @Test
    void the_same_facts_end_in_the_same_balances_in_every_order_of_telling() {
        for (int seed = 0; seed < HISTORIES / 10; seed++) {
            var random = new Random(seed);
            var facts = new ArrayList<ClaimCommand>(randomCredits(random));
            var payments = new ArrayList<ReceivePayment>();
            for (int i = 0; i < 3; i++) {
                payments.add(randomPayment(random, i));
            }
            facts.addAll(payments);
            Lived first = null;
            for (int order = 0; order < 12; order++) {
                Collections.shuffle(facts, random);
                var news = new ArrayList<>(facts);
                int after = news.indexOf(payments.getFirst()) + 1;
                news.add(after + random.nextInt(news.size() - after + 1), takeBack(payments.getFirst()));
                var lived = lived(GROSS, news);
                first = first == null ? lived : first;
                assertEquals(first.balances(), lived.balances(), "seed " + seed + ": " + news);
                assertEquals(first.claim().owed(), lived.claim().owed(), "seed " + seed + ": " + news);
                assertEquals(first.claim().settledOn(), lived.claim().settledOn(), "seed " + seed + ": " + news);
            }
        }
    }

    @Test
    void whatever_happens_the_statement_of_every_day_is_the_ledgers_and_nothing_is_below_zero() {
        int credits = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var others = new ArrayList<>(randomNews(random));
            for (int i = random.nextInt(3); i > 0; i--) {
                others.add(random.nextInt(others.size() + 1), randomWriteOff(random, i));
            }
            var all = anywhere(random, others, randomCredits(random));
            var lived = new Lived(GROSS);
            for (var command : all) {
                lived.take(command);
                var said = "seed " + seed + ": " + all + " after " + command;
                var owed = lived.claim().owed();
                assertTrue(
                        !owed.principal().isNegative()
                                && !owed.interest().isNegative()
                                && !owed.costs().isNegative(),
                        said);
                assertEquals(
                        0,
                        lived.ledger.values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        said);
                assertTrue(lived.ledger.getOrDefault(Account.HELD_FOR_CUSTOMERS, 0L) <= 0, said);
                assertEquals(owed.isSettled(), lived.state instanceof ClaimState.Settled, said);
                var end = Statement.on(day("2025-12-31"), LAW, lived.claim().terms(), lived.movements);
                assertEquals(owed, end.booked(), said);
                var running = Accrual.of(lived.claim()).until(LAW, day("2025-12-31"));
                assertEquals(
                        running.map(Computed.class::cast).map(Computed::interest),
                        end.accrued().map(Computed::interest),
                        said);
            }
            credits += lived.claim().history().credits().size();
        }
        assertTrue(credits > HISTORIES, credits + " credits prove too little");
    }

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
            var payment = randomPayment(random, i);
            int place = random.nextInt(news.size() + 1);
            news.add(place, payment);
            if (random.nextInt(4) == 0) {
                news.add(place + 1 + random.nextInt(news.size() - place), takeBack(payment));
            }
        }
        return news;
    }

    private static ReceivePayment randomPayment(Random random, int number) {
        var on = day("2025-01-15").plusDays(random.nextInt(80));
        long minor = random.nextInt(3) == 0 ? GROSS + random.nextInt(300_00) : 1 + random.nextInt(6_000_00);
        return payment(number, on.toString(), minor);
    }

    private static ClaimCommand randomWriteOff(Random random, int number) {
        var on = day("2025-02-01").plusDays(random.nextInt(80));
        var amount = random.nextBoolean() ? null : sek(1 + random.nextInt(2_000_00));
        return new WriteOff(on, new WriteOffId(new UUID(3, number)), WriteOffReason.GOODWILL, amount);
    }

    /** One of all, or some of parts. */
    private static List<Credit> randomCredits(Random random) {
        if (random.nextInt(6) == 0) {
            return List.of(credit(1, GROSS, "SEK"));
        }
        var credits = new ArrayList<Credit>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            credits.add(credit(i, 5 * (1 + random.nextInt((int) GROSS / 15)), "SEK"));
        }
        return credits;
    }

    private static List<ClaimCommand> anywhere(Random random, List<ClaimCommand> news, List<Credit> credits) {
        var all = new ArrayList<>(news);
        credits.forEach(credit -> all.add(random.nextInt(all.size() + 1), credit));
        return all;
    }

    private static Lived lived(long gross, List<? extends ClaimCommand> news) {
        var lived = new Lived(gross);
        news.forEach(lived::take);
        return lived;
    }

    /** A claim, its ledger, and what was told of it; what is refused changes nothing. */
    private static final class Lived {

        private final Map<Account, Long> ledger = new EnumMap<>(Account.class);
        private final List<Movement> movements = new ArrayList<>();
        private ClaimState state;
        private int corrections;
        private boolean gaveUpAFee;

        Lived(long gross) {
            state = new ClaimState.Open(Claim.issued(terms(), sek(gross)));
            if (gross > 0) {
                book(Bookkeeping.issued(day(ISSUED), totals(gross)), Optional.empty());
            }
        }

        void take(ClaimCommand command) {
            if (!(Claims.decide(LAW, state, command) instanceof Accepted(var events))) {
                return;
            }
            for (var event : events) {
                gaveUpAFee |= event instanceof ReminderFeeWaived
                        && claim().settledOn().filter(event.on()::isBefore).isPresent();
                state = Claims.evolve(state, event);
                Bookkeeping.of(event, MoneyFrom.BANK).ifPresent(posting -> book(posting, interestThrough(event)));
                corrections += event instanceof ClaimEvent.Correction ? 1 : 0;
            }
        }

        private void book(Posting posting, Optional<LocalDate> interestThrough) {
            for (var entry : posting.entries()) {
                ledger.merge(entry.account(), entry.amount().minor(), Long::sum);
                entry.part()
                        .ifPresent(part ->
                                movements.add(new Movement(posting.on(), part, entry.amount(), interestThrough)));
            }
        }

        Claim claim() {
            return CreditSpec.claim(state);
        }

        Map<Account, Long> balances() {
            var balances = new HashMap<>(ledger);
            balances.values().removeIf(minor -> minor == 0);
            return balances;
        }

        private static Optional<LocalDate> interestThrough(ClaimEvent event) {
            return switch (event) {
                case InterestPosted e -> Optional.of(e.on());
                case InterestWithdrawn e -> Optional.of(e.on());
                default -> Optional.empty();
            };
        }
    }

    // ---- words

    private record Story(List<ClaimEvent> past) {

        ClaimState state() {
            return Claims.replay(past);
        }

        Claim claim() {
            return CreditSpec.claim(state());
        }

        Decision decided(ClaimCommand command) {
            return Claims.decide(LAW, state(), command);
        }

        List<ClaimEvent> when(ClaimCommand command) {
            return assertInstanceOf(Accepted.class, decided(command), command::toString)
                    .events();
        }

        Story and(ClaimCommand command) {
            return after(when(command));
        }

        Story after(List<ClaimEvent> events) {
            var all = new ArrayList<>(past);
            all.addAll(events);
            return new Story(all);
        }

        Story remindedOn(String date) {
            return and(new ChargeReminder(1, sek(60_00), day(date)));
        }

        List<ClaimEvent> paysOn(String date, long minor) {
            return when(payment(0, date, minor));
        }

        Story andPaysOn(String date, long minor) {
            return after(paysOn(date, minor));
        }

        List<ClaimEvent> credits(long minor) {
            return when(credit(1, minor, "SEK"));
        }

        Story andCredits(long minor) {
            return after(credits(minor));
        }
    }

    private static Story issued() {
        return new Story(List.of()).and(new Issue(day(ISSUED), terms(), sek(GROSS)));
    }

    private static ClaimTerms terms() {
        return new ClaimTerms(DebtorKind.BUSINESS, day("2025-01-31"), InterestTerms.STATUTORY, true);
    }

    private static Claim claim(ClaimState state) {
        return switch (state) {
            case ClaimState.None none -> throw new AssertionError(none);
            case ClaimState.Open(var claim) -> claim;
            case ClaimState.InCollection(var claim) -> claim;
            case ClaimState.Settled(var claim, var _) -> claim;
        };
    }

    private static Credit credit(int number, long minor, String currency) {
        var vat = Money.of(minor / 5, currency);
        var rate = new VatSubtotal(
                new BigDecimal("0.25"), Money.of(minor, currency).minus(vat), vat);
        var note = new CreditNote(
                new CreditNoteId(new UUID(5, number)),
                "RK" + number,
                day("2025-04-10"),
                CreditReason.WRONG_AMOUNT,
                Totals.stated(List.of(rate), Money.of(0, currency)));
        return new Credit(day(ISSUED), note);
    }

    private static long minor(Credit credit) {
        return credit.note().totals().gross().minor();
    }

    private static Credited credited(long minor) {
        return new Credited(day(ISSUED), credit(1, minor, "SEK").note());
    }

    private static Totals totals(long gross) {
        return Totals.stated(
                List.of(new VatSubtotal(new BigDecimal("0.25"), sek(gross - gross / 5), sek(gross / 5))), sek(0));
    }

    private static ReceivePayment payment(int number, String on, long minor) {
        return new ReceivePayment(day(on), receipt(number, on), sek(minor));
    }

    private static Receipt receipt(int number, String on) {
        return new Receipt(new PaymentId(new UUID(number, day(on).toEpochDay())), day(on), day(on));
    }

    private static TakeBackPayment takeBack(ReceivePayment payment) {
        var why = payment.amount().minor() % 2 == 0
                ? new Why.Reversed(ReversalReason.INSUFFICIENT_FUNDS)
                : new Why.Unmatched(UnmatchReason.WRONG_INVOICE);
        return new TakeBackPayment(day("2025-06-01"), payment.receipt().payment(), payment.amount(), why);
    }

    private static PaymentAllocated paid(String on, long costs, long interest, long principal) {
        return new PaymentAllocated(day(on), receipt(0, on), allocation(costs, interest, principal));
    }

    private static PaymentReallocated moved(String on, Allocation before, Allocation after, long excess) {
        return new PaymentReallocated(day(on), receipt(0, on), before, after, sek(excess));
    }

    private static ReminderFeeWithdrawn feeWithdrawn(String on) {
        return new ReminderFeeWithdrawn(day(on), 1, sek(60_00), "SE-FEE-1");
    }

    private static Allocation allocation(long costs, long interest, long principal) {
        return new Allocation(sek(costs), sek(interest), sek(principal));
    }

    private static Decision refused(Refusal why) {
        return Decision.refuse(why);
    }

    /** Posted interest as its amount and last day: how it was computed is the rulebook's business. */
    private static List<Object> shown(List<ClaimEvent> events) {
        return events.stream()
                .<Object>map(event -> event instanceof InterestPosted(var on, var computed)
                        ? "interest " + computed.interest().minor() / 100 + "."
                                + String.format("%02d", computed.interest().minor() % 100) + " through " + on
                        : event)
                .toList();
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
