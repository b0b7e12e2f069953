package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.claims.ClaimStory.GROSS;
import static org.reskontra.invoice.claims.ClaimStory.LAW;
import static org.reskontra.invoice.claims.ClaimStory.claimOf;
import static org.reskontra.invoice.claims.ClaimStory.day;
import static org.reskontra.invoice.claims.ClaimStory.issued;
import static org.reskontra.invoice.claims.ClaimStory.nothing;
import static org.reskontra.invoice.claims.ClaimStory.paid;
import static org.reskontra.invoice.claims.ClaimStory.parts;
import static org.reskontra.invoice.claims.ClaimStory.receipt;
import static org.reskontra.invoice.claims.ClaimStory.reminder;
import static org.reskontra.invoice.claims.ClaimStory.sek;
import static org.reskontra.invoice.claims.ClaimStory.waivedFee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceEvent.InvoiceWrittenOff;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.Published;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.ReleaseExcess;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.invoice.claims.ClaimCommand.WriteOff;
import org.reskontra.invoice.claims.ClaimEvent.ExcessReleased;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffCorrected;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffRecovered;
import org.reskontra.invoice.claims.ClaimEvent.WrittenOff;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.rulebook.ClaimPart;

/** 10 000 kr due on 31 January 2025 at 11 %, and what the creditor gives up of it or lets go of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WriteOffSpec {

    // ---- the table, cell by cell

    @TestFactory
    Stream<DynamicTest> every_cell_of_the_table() {
        var none = nothing();
        var overpaid = issued().andPaysOn("2025-01-20", 10_050_00);
        var all = writesOff("2025-01-31", null);
        var given = List.<ClaimEvent>of(
                writtenOff("2025-01-31", null, 0, 0, 10_000_00), new SettledInFull(day("2025-01-31")));
        var inCollection = issued().and(new HandOver(day("2025-01-30")));
        var release = releases("2025-01-20", 50_00);
        return Stream.of(
                cell("no claim, write-off", none, all, refused(Refusal.CLAIM_UNKNOWN)),
                cell("no claim, release", none, release, refused(Refusal.CLAIM_UNKNOWN)),
                cell("open, write-off", issued(), all, new Accepted(given)),
                cell("open, release of nothing that is known", issued(), release, refused(Refusal.PAYMENT_UNKNOWN)),
                cell(
                        "open, release of nothing that is held",
                        issued().andPaysOn("2025-01-20", 1_000_00),
                        release,
                        refused(Refusal.EXCESS_NOT_HELD)),
                cell("in collection, write-off", inCollection, all, new Accepted(given)),
                cell(
                        "in collection, release of nothing that is held",
                        inCollection.andPaysOn("2025-01-20", 1_000_00),
                        release,
                        refused(Refusal.EXCESS_NOT_HELD)),
                cell("settled, write-off", overpaid, all, refused(Refusal.CLAIM_SETTLED)),
                cell("settled, the same write-off again", issued().and(all), all, Decision.accept()),
                cell(
                        "settled, release",
                        overpaid,
                        release,
                        Decision.accept(new ExcessReleased(day("2025-02-10"), receipt("2025-01-20"), sek(50_00)))));
    }

    // ---- giving up

    @Test
    void all_that_is_owed_is_given_up_with_the_interest_of_the_day_and_the_claim_is_settled() {
        var story = issued().remindedOn("2025-02-05");
        var events = story.when(writesOff("2025-03-02", null));
        assertEquals(sek(90_41), interestOf(events.getFirst()));
        assertEquals(
                List.of(writtenOff("2025-03-02", null, 60_00, 90_41, 10_000_00), new SettledInFull(day("2025-03-02"))),
                events.subList(1, events.size()));
        assertEquals(Optional.of(day("2025-03-02")), story.after(events).claim().settledOn());
    }

    @Test
    void a_part_covers_costs_first_then_interest_then_principal() {
        var story = issued().remindedOn("2025-02-05");
        assertEquals(
                writtenOff("2025-02-05", 60_00L, 60_00, 0, 0),
                story.when(writesOff("2025-02-05", 60_00L)).getLast(),
                "a fee of the same day");
        assertEquals(
                writtenOff("2025-03-02", 200_00L, 60_00, 90_41, 49_59),
                story.when(writesOff("2025-03-02", 200_00L)).getLast());
    }

    @Test
    void what_is_given_up_bears_no_interest_any_more() {
        var story = issued().and(writesOff("2025-01-31", 4_000_00L));
        // 30 days at 11 % of the 6 000 kr that are left
        assertEquals(sek(54_25), interestOf(story.paysOn("2025-03-02", 1_00).getFirst()));
    }

    @Test
    void no_more_can_be_given_up_than_is_owed_nor_in_another_currency() {
        assertEquals(
                refused(Refusal.MORE_THAN_OWED),
                Claims.decide(LAW, issued().state(), writesOff("2025-01-31", 10_000_01L)));
        var euros = new WriteOff(day("2025-01-31"), id(1), WriteOffReason.GOODWILL, Money.of(1, "EUR"));
        assertEquals(refused(Refusal.CURRENCY_DIFFERS), Claims.decide(LAW, issued().state(), euros));
        assertThrows(IllegalArgumentException.class, () -> writesOff("2025-01-31", 0L));
    }

    @Test
    void a_write_off_told_again_is_old_news() {
        assertEquals(List.of(), issued().and(writesOff("2025-01-31", 1_00L)).when(writesOff("2025-01-31", 1_00L)));
    }

    @Test
    void it_counts_after_money_that_is_booked_ahead() {
        var story = issued().andPaysOn("2025-02-05", 1_000_00);
        assertEquals(
                day("2025-02-05"),
                story.when(writesOff("2025-02-01", null)).getLast().on());
    }

    // ---- money that is told afterwards goes first

    @Test
    void money_of_an_earlier_day_reduces_the_write_off() {
        var story = issued().and(writesOff("2025-01-31", null));
        assertEquals(
                List.of(
                        new WriteOffCorrected(
                                day("2025-01-31"),
                                id(1),
                                WriteOffReason.GOODWILL,
                                parts(0, 0, 10_000_00),
                                parts(0, 0, 6_000_00)),
                        paid("2025-01-20", 0, 0, 4_000_00)),
                story.paysOn("2025-01-20", 4_000_00));
    }

    @Test
    void money_of_a_later_day_recovers_what_was_given_up_and_only_the_rest_is_too_much() {
        var story = issued().and(writesOff("2025-03-02", null));
        var events = story.paysOn("2025-04-01", 10_100_00);
        assertEquals(
                List.of(
                        new WriteOffRecovered(
                                day("2025-04-01"),
                                id(1),
                                WriteOffReason.GOODWILL,
                                receipt("2025-04-01"),
                                parts(0, 0, 0),
                                parts(0, 90_41, 10_000_00)),
                        paid("2025-04-01", 0, 90_41, 10_000_00),
                        new OverpaymentFound(day("2025-04-01"), receipt("2025-04-01"), sek(9_59))),
                events);
        var after = story.after(events).claim();
        assertEquals(sek(0), after.history().writeOffs().getFirst().amount());
        assertEquals(Optional.of(day("2025-03-02")), after.settledOn(), "nothing was owed since");
    }

    @Test
    void what_is_still_owed_is_paid_before_what_was_given_up() {
        var story = issued().and(writesOff("2025-01-31", 4_000_00L)).andPaysOn("2025-01-31", 1_000_00);
        var events = story.paysOn("2025-02-01", 5_500_00);
        var recovered = assertInstanceOf(WriteOffRecovered.class, events.get(1));
        assertEquals(parts(0, 0, 498_49), recovered.after(), "5 500.00 less 5 000.00 and the interest of a day");
    }

    @Test
    void what_was_decided_is_the_most_that_is_given_up_and_a_fee_told_late_is_not_in_it() {
        var fee = reminder("2025-02-05");
        var all = issued().and(writesOff("2025-02-05", null));
        assertEquals(Decision.accept(waivedFee("2025-02-05")), Claims.decide(LAW, all.state(), fee));
        var part = issued().and(writesOff("2025-02-05", 1_000_00L)).and(fee);
        assertEquals(sek(9_075_07), part.claim().owed().total());
        assertEquals(
                parts(60_00, 15_07, 924_93),
                part.claim().history().writeOffs().getFirst().given());
    }

    @Test
    void what_is_told_of_it_says_what_is_given_up_now() {
        var story = issued().and(writesOff("2025-01-31", null));
        var told = Published.from(
                new InvoiceId(new UUID(0, 1)),
                new CustomerId(new UUID(0, 2)),
                story.state(),
                story.paysOn("2025-01-20", 4_000_00));
        var news = assertInstanceOf(InvoiceWrittenOff.class, told.getFirst());
        assertEquals(sek(6_000_00), news.amount());
        assertEquals(Outstanding.nothing(GROSS.currency()), news.outstanding());
    }

    // ---- small residuals

    @Test
    void a_residual_counts_only_on_the_day_of_the_last_money_and_while_no_fee_has_come_since() {
        var story = issued().andPaysOn("2025-01-20", 9_999_50);
        assertEquals(Optional.of(day("2025-01-20")), story.claim().residualOn(sek(50)));
        assertEquals(Optional.empty(), story.claim().residualOn(sek(49)));
        assertEquals(Optional.empty(), story.claim().residualOn(Money.of(50, "EUR")));
        assertEquals(Optional.empty(), issued().claim().residualOn(sek(20_000_00)), "nothing was paid");
        var reminded = story.remindedOn("2025-02-05");
        assertEquals(Optional.empty(), reminded.claim().residualOn(sek(100_00)));
    }

    // ---- letting go

    @Test
    void money_that_was_let_go_of_pays_no_fee_that_is_told_later() {
        var story = issued().andPaysOn("2025-02-10", 10_030_14 + 60_00).and(releases("2025-02-10", 60_00));
        assertEquals(
                Decision.accept(waivedFee("2025-02-05")), Claims.decide(LAW, story.state(), reminder("2025-02-05")));
        assertEquals(refused(Refusal.EXCESS_NOT_HELD), Claims.decide(LAW, story.state(), releases("2025-02-10", 1)));
        var euros = new ReleaseExcess(day("2025-02-10"), receipt("2025-02-10").payment(), Money.of(1, "EUR"));
        assertEquals(refused(Refusal.CURRENCY_DIFFERS), Claims.decide(LAW, story.state(), euros));
    }

    // ---- history

    @Test
    void evolve_throws_on_history_that_cannot_be() {
        var open = issued().state();
        assertImpossible(new ClaimState.None(), writtenOff("2025-01-31", null, 0, 0, 1));
        assertImpossible(open, writtenOff("2025-01-31", null, 0, 0, 10_000_01));
        assertImpossible(issued().and(writesOff("2025-01-31", 1L)).state(), writtenOff("2025-01-31", null, 0, 0, 1));
        assertImpossible(
                open,
                new WriteOffCorrected(
                        day("2025-01-31"), id(1), WriteOffReason.GOODWILL, parts(0, 0, 1), parts(0, 0, 0)));
        assertImpossible(
                open,
                new WriteOffRecovered(
                        day("2025-01-31"),
                        id(1),
                        WriteOffReason.GOODWILL,
                        receipt("2025-01-31"),
                        parts(0, 0, 0),
                        parts(0, 0, 1)));
        assertImpossible(open, new ExcessReleased(day("2025-01-31"), receipt("2025-01-31"), sek(1)));
    }

    // ---- money that is taken back

    @Test
    void what_a_payment_had_covered_is_owed_again_and_not_given_up_with_the_rest() {
        var story = issued().andPaysOn("2025-01-20", 9_000_00).and(writesOff("2025-01-31", null));
        assertInstanceOf(ClaimState.Settled.class, story.state());
        var reversed = story.and(takesBack("2025-01-20", 9_000_00));
        assertEquals(sek(9_000_00), reversed.claim().owed().total());
        assertInstanceOf(ClaimState.Open.class, reversed.state());
        assertEquals(
                sek(0),
                reversed.andPaysOn("2025-01-30", 9_000_00).claim().owed().total());
    }

    @Test
    void what_a_payment_had_recovered_is_given_up_again() {
        var story = issued().and(writesOff("2025-01-31", null)).andPaysOn("2025-02-10", 4_000_00);
        assertEquals(
                sek(6_000_00), story.claim().history().writeOffs().getFirst().amount());
        var reversed = story.and(takesBack("2025-02-10", 4_000_00));
        assertEquals(
                sek(10_000_00),
                reversed.claim().history().writeOffs().getFirst().amount());
        assertEquals(sek(0), reversed.claim().owed().total());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 1930})
    void the_books_balance_when_payments_are_taken_back_one_by_one(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            var facts = anyFacts(random);
            Collections.shuffle(facts, random);
            var books = new Books();
            for (var fact : facts) {
                books.tell(fact);
                if (random.nextInt(3) == 0) {
                    books.takeBackOne(random);
                    books.check(() -> facts + " broke when a payment was taken back after " + fact);
                }
            }
            while (books.takeBackOne(random)) {
                books.check(() -> facts + " broke when all payments were taken back");
            }
            assertEquals(0, books.of(Account.BANK));
            assertEquals(0, books.of(Account.HELD_FOR_CUSTOMERS));
        }
    }

    // ---- whatever happens in whatever order

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 4711})
    void the_books_balance_and_nothing_is_owed_below_zero(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            var facts = anyFacts(random);
            Collections.shuffle(facts, random);
            var books = new Books();
            for (var fact : facts) {
                books.tell(fact);
                books.check(() -> facts + " broke at " + fact);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 2025})
    void facts_that_are_all_taken_end_in_the_same_balances_in_any_order(long seed) {
        var random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 6_000; i++) {
            var facts = anyFacts(random);
            // what all that is owed comes to depends on what is known when it is decided
            facts.removeIf(fact -> fact instanceof WriteOff writeOff && writeOff.amount() == null);
            facts.sort(Comparator.comparing(WriteOffSpec::dayOf).thenComparing(WriteOffSpec::rank));
            var inTurn = new Books();
            var shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            var late = new Books();
            if (canComeInThisOrder(shuffled)
                    && facts.stream().allMatch(inTurn::tell)
                    && shuffled.stream().allMatch(late::tell)) {
                assertEquals(inTurn.balances(), late.balances(), () -> facts + " told as " + shuffled);
                compared++;
            }
        }
        assertTrue(compared > 300, "compared only " + compared);
    }

    /** Reminders are told step by step, and a write-off told after money of a later day counts from that day. */
    private static boolean canComeInThisOrder(List<ClaimCommand> told) {
        for (int i = 0; i < told.size(); i++) {
            for (var earlier : told.subList(0, i)) {
                if (told.get(i) instanceof WriteOff now
                        && earlier instanceof ReceivePayment money
                        && money.on().isAfter(now.on())) {
                    return false;
                }
                if (told.get(i) instanceof ChargeReminder now
                        && earlier instanceof ChargeReminder other
                        && other.step() > now.step()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A claim and its ledger. */
    private static final class Books {
        private ClaimState state = new ClaimState.None();
        private final Map<Account, Long> accounts = new EnumMap<>(Account.class);
        private final Map<ClaimPart, Long> parts = new EnumMap<>(ClaimPart.class);
        private final List<Movement> movements = new ArrayList<>();
        private long paid;

        Books() {
            state = issued().state();
            parts.put(ClaimPart.PRINCIPAL, GROSS.minor());
            movements.add(new Movement(day("2025-01-01"), ClaimPart.PRINCIPAL, GROSS, Optional.empty()));
        }

        /** Answers whether it was taken as it is: not refused, and money not put aside as a whole. */
        boolean tell(ClaimCommand command) {
            if (command instanceof ReceivePayment payment) {
                paid += payment.amount().minor();
            }
            return switch (Claims.decide(LAW, state, command)) {
                case Refused _ -> false;
                case Accepted(var events) -> {
                    events.forEach(this::happened);
                    yield events.stream().noneMatch(ReminderFeeWaived.class::isInstance)
                            && !(command instanceof ReceivePayment payment
                                    && claim().history()
                                            .payment(payment.receipt().payment())
                                            .orElseThrow()
                                            .allocation()
                                            .total()
                                            .isZero());
                }
            };
        }

        /** Answers whether there was one. */
        boolean takeBackOne(Random random) {
            var payments = claim().history().payments();
            if (payments.isEmpty()) {
                return false;
            }
            var payment = payments.get(random.nextInt(payments.size()));
            paid -= payment.amount().minor();
            var why = new Why.Reversed(ReversalReason.NOT_STATED);
            return tell(new TakeBackPayment(day("2025-06-01"), payment.receipt().payment(), payment.amount(), why));
        }

        private void happened(ClaimEvent event) {
            state = Claims.evolve(state, event);
            Bookkeeping.of(event, MoneyFrom.BANK)
                    .ifPresent(posting -> posting.entries().forEach(entry -> {
                        accounts.merge(entry.account(), entry.amount().minor(), Long::sum);
                        entry.part().ifPresent(part -> {
                            parts.merge(part, entry.amount().minor(), Long::sum);
                            movements.add(new Movement(posting.on(), part, entry.amount(), through(event)));
                        });
                    }));
        }

        private static Optional<LocalDate> through(ClaimEvent event) {
            return switch (event) {
                case InterestPosted e -> Optional.of(e.on());
                case ClaimEvent.InterestWithdrawn e -> Optional.of(e.on());
                default -> Optional.empty();
            };
        }

        private Claim claim() {
            return claimOf(state);
        }

        void check(java.util.function.Supplier<String> story) {
            var claim = claim();
            var owed = claim.owed();
            assertEquals(
                    List.of(
                            owed.principal().minor(),
                            owed.interest().minor(),
                            owed.costs().minor()),
                    List.of(of(ClaimPart.PRINCIPAL), of(ClaimPart.INTEREST), of(ClaimPart.COSTS)),
                    story);
            assertFalse(owed.principal().isNegative()
                    || owed.interest().isNegative()
                    || owed.costs().isNegative());
            long excess = 0;
            for (var payment : claim.history().payments()) {
                assertFalse(payment.excess().isNegative(), story);
                excess += payment.excess().minor();
            }
            assertEquals(paid, of(Account.BANK), story);
            assertEquals(excess, -of(Account.HELD_FOR_CUSTOMERS), story);
            long givenUp = 0;
            for (var writeOff : claim.history().writeOffs()) {
                var left = writeOff.standing();
                assertFalse(
                        left.principal().isNegative()
                                || left.interest().isNegative()
                                || left.costs().isNegative(),
                        story);
                givenUp += writeOff.amount().minor();
            }
            assertEquals(givenUp, of(Account.BAD_DEBTS), story);
            assertEquals(
                    0, accounts.values().stream().mapToLong(Long::longValue).sum(), story);
            assertEquals(owed.isSettled(), state instanceof ClaimState.Settled, story);
            var last = day("2025-06-30");
            var statement = Statement.on(last, LAW, claim.terms(), movements);
            assertEquals(owed, statement.booked(), story);
            assertEquals(
                    Accrual.of(claim)
                            .until(LAW, last)
                            .map(result ->
                                    ((org.reskontra.rulebook.interest.InterestResult.Computed) result).interest())
                            .orElse(sek(0)),
                    statement.total().minus(owed.total()),
                    story);
        }

        /** What it comes to, apart from which payment the excess is of. */
        List<Object> balances() {
            return List.of(accounts, claim().owed(), claim().settledOn());
        }

        private long of(Account account) {
            return accounts.getOrDefault(account, 0L);
        }

        private long of(ClaimPart part) {
            return parts.getOrDefault(part, 0L);
        }
    }

    private static ArrayList<ClaimCommand> anyFacts(Random random) {
        var facts = new ArrayList<ClaimCommand>();
        int payments = 1 + random.nextInt(4);
        for (int i = 0; i < payments; i++) {
            var on = day("2025-01-10").plusDays(random.nextInt(90));
            facts.add(new ReceivePayment(
                    on,
                    new Receipt(new PaymentId(new UUID(1, i)), on, on),
                    sek(1 + random.nextInt(random.nextBoolean() ? 6_000_00 : 200_00))));
        }
        int reminders = random.nextInt(3);
        for (int i = 1; i <= reminders; i++) {
            facts.add(new ChargeReminder(i, sek(60_00), day("2025-02-05").plusDays(14L * (i - 1))));
        }
        int writeOffs = 1 + random.nextInt(2);
        for (int i = 1; i <= writeOffs; i++) {
            facts.add(new WriteOff(
                    day("2025-02-05").plusDays(random.nextInt(60)),
                    id(i),
                    WriteOffReason.UNCOLLECTABLE,
                    random.nextInt(3) == 0 ? null : sek(1 + random.nextInt(3_000_00))));
        }
        return facts;
    }

    private static LocalDate dayOf(ClaimCommand command) {
        return switch (command) {
            case ReceivePayment c -> c.on();
            case ChargeReminder c -> c.sentOn();
            case WriteOff c -> c.on();
            default -> throw new IllegalArgumentException("no such fact: " + command);
        };
    }

    private static int rank(ClaimCommand command) {
        return switch (command) {
            case ReceivePayment _ -> 0;
            case ChargeReminder _ -> 1;
            default -> 2;
        };
    }

    // ---- words

    private static TakeBackPayment takesBack(String paidOn, long minor) {
        return new TakeBackPayment(
                day("2025-05-01"),
                receipt(paidOn).payment(),
                sek(minor),
                new Why.Reversed(ReversalReason.INSUFFICIENT_FUNDS));
    }

    private static DynamicTest cell(String name, ClaimStory story, ClaimCommand command, Decision expected) {
        return DynamicTest.dynamicTest(name, () -> assertEquals(expected, Claims.decide(LAW, story.state(), command)));
    }

    private static Decision refused(Refusal why) {
        return Decision.refuse(why);
    }

    private static WriteOff writesOff(String on, @Nullable Long minor) {
        return new WriteOff(day(on), id(1), WriteOffReason.GOODWILL, minor == null ? null : sek(minor));
    }

    private static ClaimEvent writtenOff(String on, @Nullable Long asked, long costs, long interest, long principal) {
        var parts = parts(costs, interest, principal);
        return new WrittenOff(
                day(on), id(1), WriteOffReason.GOODWILL, asked == null ? parts.total() : sek(asked), parts);
    }

    private static ReleaseExcess releases(String paidOn, long minor) {
        return new ReleaseExcess(day("2025-02-10"), receipt(paidOn).payment(), sek(minor));
    }

    private static Money interestOf(ClaimEvent event) {
        return assertInstanceOf(InterestPosted.class, event).computed().interest();
    }

    private static void assertImpossible(ClaimState state, ClaimEvent event) {
        assertThrows(IllegalStateException.class, () -> Claims.evolve(state, event), () -> event + " on " + state);
    }

    private static WriteOffId id(long number) {
        return new WriteOffId(new UUID(2, number));
    }
}
