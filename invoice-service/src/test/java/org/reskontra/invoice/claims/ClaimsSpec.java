package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimCommand.Issue;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.invoice.claims.ClaimEvent.HandedOver;
import org.reskontra.invoice.claims.ClaimEvent.InterestLeftToReview;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Issued;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentTakenBack;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Reopened;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.claims.ClaimState.InCollection;
import org.reskontra.invoice.claims.ClaimState.None;
import org.reskontra.invoice.claims.ClaimState.Open;
import org.reskontra.invoice.claims.ClaimState.Settled;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimsSpec {

    private static final RulePack LAW = Rulebook.standard().pack(Country.SE);

    // ---- the table, cell by cell

    @TestFactory
    Stream<DynamicTest> every_cell_of_the_table() {
        var none = List.<ClaimEvent>of();
        var open = List.of(issued(sek(10_000_00), "2025-01-31"));
        var inCollection = with(open, new HandedOver(day("2025-03-01")));
        var settled = with(open, paid("2025-01-20", 0, 0, 10_000_00), new SettledInFull(day("2025-01-20")));
        var settledInCollection =
                with(inCollection, paid("2025-01-20", 0, 0, 10_000_00), new SettledInFull(day("2025-01-20")));
        var partPaid = with(open, paid("2025-01-20", 0, 0, 1_000_00));
        var partPaidInCollection = with(inCollection, paid("2025-01-20", 0, 0, 1_000_00));
        var issue = new Issue(day("2025-01-01"), terms("2025-01-31"), sek(10_000_00));
        var pay = pays(sek(10_000_00), "2025-01-31");
        var charge = new ChargeReminder(1, sek(60_00), day("2025-02-05"));
        var handOver = new HandOver(day("2025-03-05"));
        var takeBack = takesBack("2025-01-20", sek(10_000_00));
        var takePartBack = takesBack("2025-01-20", sek(1_000_00));
        var all = takenBack("2025-01-20", 10_000_00);
        return Stream.of(
                cell("no claim, issue", none, issue, accepted(issued(sek(10_000_00), "2025-01-31"))),
                cell("no claim, payment", none, pay, refused(Refusal.CLAIM_UNKNOWN)),
                cell("no claim, reminder", none, charge, refused(Refusal.CLAIM_UNKNOWN)),
                cell("no claim, hand-over", none, handOver, refused(Refusal.CLAIM_UNKNOWN)),
                cell("no claim, payment taken back", none, takeBack, refused(Refusal.CLAIM_UNKNOWN)),
                cell("open, payment taken back", partPaid, takePartBack, accepted(takenBack("2025-01-20", 1_000_00))),
                cell("open, unknown payment taken back", open, takeBack, refused(Refusal.PAYMENT_UNKNOWN)),
                cell("open, not all of the payment is held", partPaid, takeBack, refused(Refusal.EXCESS_NOT_HELD)),
                cell(
                        "in collection, payment taken back",
                        partPaidInCollection,
                        takePartBack,
                        accepted(takenBack("2025-01-20", 1_000_00))),
                cell(
                        "in collection, unknown payment taken back",
                        inCollection,
                        takeBack,
                        refused(Refusal.PAYMENT_UNKNOWN)),
                cell("settled, payment taken back", settled, takeBack, accepted(all, new Reopened(day("2025-04-01")))),
                cell(
                        "settled in collection, payment taken back",
                        settledInCollection,
                        takeBack,
                        accepted(all, new Reopened(day("2025-04-01")))),
                cell(
                        "settled, unknown payment taken back",
                        settled,
                        takesBack("2025-01-21", sek(1_00)),
                        refused(Refusal.PAYMENT_UNKNOWN)),
                cell("open, issue", open, issue, refused(Refusal.ALREADY_ISSUED)),
                cell(
                        "open, payment",
                        open,
                        pay,
                        accepted(paid("2025-01-31", 0, 0, 10_000_00), new SettledInFull(day("2025-01-31")))),
                cell("open, reminder", open, charge, accepted(fee(1, "2025-02-05"))),
                cell("open, hand-over", open, handOver, accepted(new HandedOver(day("2025-03-05")))),
                cell("in collection, issue", inCollection, issue, refused(Refusal.ALREADY_ISSUED)),
                cell(
                        "in collection, payment",
                        inCollection,
                        pay,
                        accepted(paid("2025-01-31", 0, 0, 10_000_00), new SettledInFull(day("2025-01-31")))),
                cell("in collection, reminder", inCollection, charge, refused(Refusal.IN_COLLECTION)),
                cell("in collection, hand-over again", inCollection, handOver, accepted()),
                cell("settled, issue", settled, issue, refused(Refusal.ALREADY_ISSUED)),
                cell(
                        "settled, payment",
                        settled,
                        pay,
                        accepted(new OverpaymentFound(day("2025-01-31"), receipt("2025-01-31"), sek(10_000_00)))),
                cell(
                        "settled, reminder",
                        settled,
                        charge,
                        accepted(new ReminderFeeWaived(day("2025-02-05"), 1, sek(60_00), "SE-FEE-1"))),
                cell("settled, hand-over", settled, handOver, accepted(new HandedOver(day("2025-03-05")))),
                cell("settled, hand-over again", settledInCollection, handOver, accepted()));
    }

    // ---- interest

    @Test
    void g18_part_payment_covers_costs_then_interest_then_principal() {
        var before = List.of(
                issued(sek(10_000_00), "2025-01-31"),
                new ReminderFeePosted(day("2025-02-05"), 1, sek(240_00), "SE-FEE-1"));

        var events = given(before).when(pays(sek(4_000_00), "2025-03-02"));

        assertEquals(
                sek(90_41),
                assertInstanceOf(InterestPosted.class, events.getFirst())
                        .computed()
                        .interest());
        assertEquals(List.of(paid("2025-03-02", 240_00, 90_41, 3_669_59)), events.subList(1, events.size()));
        var claim = claimAfter(before, events);
        assertEquals(Outstanding.of(sek(6_330_41), sek(0), sek(0)), claim.owed());

        var later = given(before, events).when(pays(sek(6_387_64), "2025-04-01"));
        assertEquals(
                sek(57_23),
                assertInstanceOf(InterestPosted.class, later.getFirst())
                        .computed()
                        .interest());
        assertEquals(
                List.of(paid("2025-04-01", 0, 57_23, 6_330_41), new SettledInFull(day("2025-04-01"))),
                later.subList(1, later.size()));
    }

    @Test
    void paying_on_the_due_date_costs_no_interest() {
        var events = given(issued(sek(100_00), "2025-01-31")).when(pays(sek(100_00), "2025-01-31"));
        assertEquals(List.of(paid("2025-01-31", 0, 0, 100_00), new SettledInFull(day("2025-01-31"))), events);
    }

    @Test
    void paying_only_the_principal_late_leaves_the_claim_open() {
        var before = List.of(issued(sek(10_000_00), "2025-01-31"), fee(1, "2025-02-05"));
        var events = given(before).when(pays(sek(10_000_00), "2025-03-02"));
        var rest = claimAfter(before, events).owed();
        assertEquals(Outstanding.of(sek(150_41), sek(0), sek(0)), rest);
    }

    @Test
    void a_rate_nobody_knows_is_left_to_a_person_and_the_money_is_booked() {
        var before = List.of(issued(sek(10_000_00), "2001-01-31"));

        var events = given(before).when(pays(sek(4_000_00), "2001-03-02"));

        assertInstanceOf(InterestLeftToReview.class, events.getFirst());
        assertEquals(List.of(paid("2001-03-02", 0, 0, 4_000_00)), events.subList(1, events.size()));
        var claim = claimAfter(before, events);
        assertTrue(claim.review().isPresent());
        assertEquals(sek(6_000_00), claim.owed().principal());
        assertEquals(day("2001-01-31"), claim.interestThrough());
        assertEquals(sek(10_000_00), claim.principalBeforeChanges(), "the interest can still be computed");
    }

    @Test
    void interest_below_half_an_oere_is_not_posted_and_not_forgotten() {
        var before = List.of(issued(sek(10_00), "2025-01-31"));
        // one day at 11 % on 10 kr is 0.3 öre
        var first = given(before).when(pays(sek(1_00), "2025-02-01"));
        assertEquals(List.of(paid("2025-02-01", 0, 0, 1_00)), first);

        var second = given(before, first).when(pays(sek(9_00), "2025-02-03"));

        // 10 kr for one day and 9 kr for two: 0.30 + 0.54 = 0.84 öre
        assertEquals(
                sek(1),
                assertInstanceOf(InterestPosted.class, second.getFirst())
                        .computed()
                        .interest());
    }

    @Test
    void an_agreed_rate_goes_before_the_statutory_one() {
        var agreed =
                new ClaimTerms(DebtorKind.BUSINESS, day("2025-01-31"), new InterestTerms(new BigDecimal("0.24")), true);
        var events =
                given(new Issued(day("2025-01-01"), agreed, sek(10_000_00))).when(pays(sek(20_000_00), "2025-03-02"));
        // 30 days at 24 %
        assertEquals(
                sek(197_26),
                assertInstanceOf(InterestPosted.class, events.getFirst())
                        .computed()
                        .interest());
    }

    // ---- money

    @Test
    void what_is_paid_beyond_the_claim_is_found_and_kept_apart() {
        var events = given(issued(sek(100_00), "2025-01-31")).when(pays(sek(150_00), "2025-01-15"));
        assertEquals(
                List.of(
                        paid("2025-01-15", 0, 0, 100_00),
                        new SettledInFull(day("2025-01-15")),
                        new OverpaymentFound(day("2025-01-15"), receipt("2025-01-15"), sek(50_00))),
                events);
    }

    @Test
    void another_currency_is_refused() {
        var open = List.of(issued(sek(100_00), "2025-01-31"));
        var settled = with(open, paid("2025-01-20", 0, 0, 100_00), new SettledInFull(day("2025-01-20")));
        var euros = pays(Money.of(100_00, "EUR"), "2025-01-15");
        assertEquals(refused(Refusal.CURRENCY_DIFFERS), Claims.decide(LAW, Claims.replay(open), euros));
        assertEquals(refused(Refusal.CURRENCY_DIFFERS), Claims.decide(LAW, Claims.replay(settled), euros));
        var fee = new ChargeReminder(1, Money.of(5_00, "EUR"), day("2025-02-05"));
        assertEquals(refused(Refusal.CURRENCY_DIFFERS), Claims.decide(LAW, Claims.replay(open), fee));
    }

    @Test
    void a_payment_of_nothing_cannot_be_asked_for() {
        assertThrows(IllegalArgumentException.class, () -> pays(sek(0), "2025-01-15"));
        assertThrows(IllegalArgumentException.class, () -> pays(sek(-1), "2025-01-15"));
    }

    // ---- reminder fees

    @Test
    void the_fee_of_a_step_is_posted_once_however_often_it_is_told() {
        var before = List.of(issued(sek(100_00), "2025-01-31"));
        var charge = new ChargeReminder(1, sek(60_00), day("2025-02-05"));
        var events = given(before).when(charge);
        assertEquals(List.of(fee(1, "2025-02-05")), events);
        assertEquals(List.of(), given(before, events).when(charge));
        assertEquals(
                List.of(fee(2, "2025-02-19")),
                given(before, events).when(new ChargeReminder(2, sek(60_00), day("2025-02-19"))));
    }

    @Test
    void a_fee_told_again_after_settlement_or_hand_over_is_old_news() {
        var charged = List.of(issued(sek(100_00), "2025-01-31"), fee(1, "2025-02-05"));
        var charge = new ChargeReminder(1, sek(60_00), day("2025-02-05"));
        assertEquals(
                List.of(),
                given(with(charged, new HandedOver(day("2025-02-17")))).when(charge));
        var settled = with(charged, paid("2025-02-06", 60_00, 0, 100_00), new SettledInFull(day("2025-02-06")));
        assertEquals(List.of(), given(settled).when(charge));
    }

    @Test
    void a_free_reminder_posts_nothing() {
        assertEquals(
                List.of(),
                given(issued(sek(100_00), "2025-01-31")).when(new ChargeReminder(1, sek(0), day("2025-02-05"))));
    }

    @Test
    void a_fee_beyond_the_law_or_the_agreement_is_refused() {
        var agreed = Claims.replay(List.of(issued(sek(100_00), "2025-01-31")));
        assertEquals(
                refused(Refusal.FEE_NOT_ALLOWED),
                Claims.decide(LAW, agreed, new ChargeReminder(1, sek(65_00), day("2025-02-05"))));
        var notAgreed = Claims.replay(List.of(new Issued(
                day("2025-01-01"),
                new ClaimTerms(DebtorKind.CONSUMER, day("2025-01-31"), InterestTerms.STATUTORY, false),
                sek(100_00))));
        assertEquals(
                refused(Refusal.FEE_NOT_ALLOWED),
                Claims.decide(LAW, notAgreed, new ChargeReminder(1, sek(60_00), day("2025-02-05"))));
    }

    // ---- history

    @Test
    void evolve_throws_on_history_that_cannot_be() {
        var open = new Open(Claim.issued(terms("2025-01-31"), sek(100_00)));
        var paidInTime = List.of(issued(sek(100_00), "2025-01-31"), paid("2025-01-31", 0, 0, 100_00));
        var settled = new Settled(open.claim(), false);
        var inCollection = new InCollection(open.claim());
        assertImpossible(open, issued(sek(100_00), "2025-01-31"));
        assertImpossible(new None(), fee(1, "2025-02-05"));
        var nothingOwed = new Settled(claimAfter(paidInTime, List.of()), true);
        assertImpossible(nothingOwed, paid("2025-02-05", 0, 0, 1));
        assertImpossible(nothingOwed, new Reopened(day("2025-04-01")));
        assertImpossible(nothingOwed, new HandedOver(day("2025-04-01")));
        assertImpossible(open, new Reopened(day("2025-04-01")));
        assertImpossible(inCollection, new Reopened(day("2025-04-01")));
        assertImpossible(new None(), new Reopened(day("2025-04-01")));
        assertImpossible(open, takenBack("2025-01-20", 1_00));
        assertImpossible(new None(), takenBack("2025-01-20", 1_00));
        assertImpossible(new None(), new ReminderFeeWaived(day("2025-02-05"), 1, sek(60_00), "SE-FEE-1"));
        assertImpossible(open, paid("2025-02-05", 0, 0, 100_01));
        assertImpossible(open, new SettledInFull(day("2025-02-05")));
        assertImpossible(new None(), new OverpaymentFound(day("2025-02-05"), receipt("2025-02-05"), sek(1)));
        assertImpossible(inCollection, new HandedOver(day("2025-02-05")));
        assertImpossible(new None(), new InterestLeftToReview(day("2025-02-05"), "r", "why"));
        assertImpossible(open, new ReminderFeeWithdrawn(day("2025-02-05"), 1, sek(60_00), "SE-FEE-1"));
        assertImpossible(open, new InterestWithdrawn(day("2025-02-05"), sek(1), "SE-INT-1"));
        var nothing = new Allocation(sek(0), sek(0), sek(0));
        assertImpossible(
                open, new PaymentReallocated(day("2025-02-05"), receipt("2025-02-05"), nothing, nothing, sek(1)));
    }

    @Test
    void refusals_have_codes_of_their_own() {
        var codes = Stream.of(Refusal.values()).map(Refusal::code).toList();
        assertEquals(codes, codes.stream().distinct().sorted().toList());
        assertTrue(Refusal.CLAIM_UNKNOWN.retryable());
    }

    // ---- words

    private static DynamicTest cell(String name, List<ClaimEvent> past, ClaimCommand command, Decision expected) {
        return DynamicTest.dynamicTest(
                name, () -> assertEquals(expected, Claims.decide(LAW, Claims.replay(past), command)));
    }

    private record Given(List<ClaimEvent> past) {
        List<ClaimEvent> when(ClaimCommand command) {
            return assertInstanceOf(Accepted.class, Claims.decide(LAW, Claims.replay(past), command))
                    .events();
        }
    }

    private static Given given(ClaimEvent... past) {
        return new Given(List.of(past));
    }

    private static Given given(List<ClaimEvent> past) {
        return new Given(past);
    }

    private static Given given(List<ClaimEvent> past, List<ClaimEvent> more) {
        return new Given(with(past, more.toArray(ClaimEvent[]::new)));
    }

    private static List<ClaimEvent> with(List<ClaimEvent> past, ClaimEvent... more) {
        var all = new ArrayList<>(past);
        all.addAll(List.of(more));
        return all;
    }

    private static Claim claimAfter(List<ClaimEvent> past, List<ClaimEvent> events) {
        return assertInstanceOf(Open.class, Claims.replay(with(past, events.toArray(ClaimEvent[]::new))))
                .claim();
    }

    private static Decision accepted(ClaimEvent... events) {
        return Decision.accept(events);
    }

    private static Decision refused(Refusal why) {
        return new Refused(why);
    }

    private static ClaimEvent issued(Money principal, String due) {
        return new Issued(day("2025-01-01"), terms(due), principal);
    }

    private static ClaimEvent fee(int step, String on) {
        return new ReminderFeePosted(day(on), step, sek(60_00), "SE-FEE-1");
    }

    private static ClaimEvent paid(String on, long costs, long interest, long principal) {
        return new PaymentAllocated(day(on), receipt(on), new Allocation(sek(costs), sek(interest), sek(principal)));
    }

    /** Of the only payment of a day. */
    private static Receipt receipt(String on) {
        return new Receipt(new PaymentId(new UUID(0, day(on).toEpochDay())), day(on), day(on));
    }

    private static ReceivePayment pays(Money amount, String on) {
        return new ReceivePayment(day(on), receipt(on), amount);
    }

    private static TakeBackPayment takesBack(String paidOn, Money amount) {
        return new TakeBackPayment(
                day("2025-04-01"),
                receipt(paidOn).payment(),
                amount,
                new Why.Reversed(ReversalReason.INSUFFICIENT_FUNDS));
    }

    private static ClaimEvent takenBack(String paidOn, long principal) {
        return new PaymentTakenBack(
                day(paidOn),
                receipt(paidOn),
                new Allocation(sek(0), sek(0), sek(principal)),
                sek(0),
                new Why.Reversed(ReversalReason.INSUFFICIENT_FUNDS),
                day("2025-04-01"));
    }

    private static ClaimTerms terms(String due) {
        return new ClaimTerms(DebtorKind.BUSINESS, day(due), InterestTerms.STATUTORY, true);
    }

    private static void assertImpossible(ClaimState state, ClaimEvent event) {
        assertThrows(IllegalStateException.class, () -> Claims.evolve(state, event), () -> event + " on " + state);
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
