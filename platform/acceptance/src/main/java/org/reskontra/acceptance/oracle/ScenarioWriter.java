package org.reskontra.acceptance.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import org.reskontra.acceptance.bank.Movement;
import org.reskontra.acceptance.oracle.Fact.BankFileCame;
import org.reskontra.acceptance.oracle.Fact.CustomerEntered;
import org.reskontra.acceptance.oracle.Fact.InvoiceCredited;
import org.reskontra.acceptance.oracle.Fact.InvoiceIssued;
import org.reskontra.acceptance.oracle.Fact.InvoicePaid;
import org.reskontra.acceptance.oracle.Fact.PaymentReversed;
import org.reskontra.acceptance.oracle.Fact.ReferencePaid;
import org.reskontra.acceptance.oracle.Scenario.Day;
import org.reskontra.contracts.Money;

/** Makes a life up: the same one from the same seed. */
public final class ScenarioWriter {

    private static final LocalDate START = LocalDate.of(2025, 5, 5);
    private static final String CURRENCY = "SEK";

    /** Long enough for the last invoice to be reminded and handed over. */
    private static final int[] QUIET_MOVES = {6, 13, 3};

    private final SplittableRandom random;
    private final Model model = new Model(START);
    private final List<Day> days = new ArrayList<>();
    private final List<String> promised = new ArrayList<>();
    private int invoices;
    private int files;
    private int credits;
    private long movements;

    private ScenarioWriter(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * Writes a scenario.
     *
     * @param busyDays on which something may happen, 1 or more; a few quiet ones follow
     */
    public static Scenario write(long seed, int busyDays) {
        return new ScenarioWriter(seed).write(busyDays);
    }

    private Scenario write(int busyDays) {
        var date = START;
        for (int i = 0; i < busyDays; i++) {
            if (i > 0) {
                date = date.plusDays(random.nextInt(1, 4));
            }
            day(date, i == 0);
        }
        for (int move : QUIET_MOVES) {
            date = date.plusDays(move);
            days.add(new Day(date, List.of(), List.of()));
        }
        return new Scenario(days);
    }

    private void day(LocalDate date, boolean first) {
        model.dayBegins(date);
        var meanwhile = new ArrayList<Fact>();
        var afterwards = new ArrayList<Fact>();
        if (first) {
            int customers = random.nextInt(2, 5);
            for (int i = 1; i <= customers; i++) {
                tell(afterwards, new CustomerEntered("K-" + i));
            }
        } else if (chance(40)) {
            var idle = model.receivables().stream()
                    .filter(receivable -> !receivable.isWorkedOn(date))
                    .toList();
            payOneOf(idle, meanwhile);
        }
        for (int i = random.nextInt(first ? 2 : 0, 3); i > 0; i--) {
            tell(afterwards, invoice(date));
        }
        if (chance(50)) {
            payOneOf(List.copyOf(model.receivables()), afterwards);
        }
        if (chance(20)) {
            payBeforeTheInvoice(afterwards);
        }
        if (chance(50)) {
            payThroughTheBank(afterwards);
        }
        if (chance(30)) {
            creditOneOf(model.creditable(), afterwards);
        }
        var reversible = model.reversible();
        if (!reversible.isEmpty() && chance(25)) {
            tell(afterwards, new PaymentReversed(reversible.get(random.nextInt(reversible.size()))));
        }
        days.add(new Day(date, meanwhile, afterwards));
    }

    private void tell(List<Fact> facts, Fact fact) {
        facts.add(fact);
        model.happens(fact);
    }

    private InvoiceIssued invoice(LocalDate today) {
        invoices++;
        var customers = List.copyOf(model.customers());
        return new InvoiceIssued(
                id(),
                Integer.toString(5000 + invoices),
                customers.get(random.nextInt(customers.size())),
                today.plusDays(random.nextInt(3, 15)),
                sek(random.nextLong(500_00, 20_000_00)),
                reference());
    }

    /** One that somebody has paid with already, one of its own, or none. */
    private Optional<String> reference() {
        if (!promised.isEmpty() && chance(60)) {
            return Optional.of(promised.removeFirst());
        }
        return chance(30) ? Optional.of(newReference()) : Optional.empty();
    }

    private void payOneOf(List<Receivable> some, List<Fact> facts) {
        if (some.isEmpty()) {
            return;
        }
        var receivable = some.get(random.nextInt(some.size()));
        var amount = sek(amountFor(receivable));
        var reference = receivable.invoice().reference();
        tell(
                facts,
                reference.isPresent() && chance(50)
                        ? new ReferencePaid(id(), reference.get(), amount)
                        : new InvoicePaid(id(), receivable.invoice().id(), amount));
    }

    /** All of it or a part. */
    private void creditOneOf(List<Receivable> some, List<Fact> facts) {
        if (some.isEmpty()) {
            return;
        }
        var receivable = some.get(random.nextInt(some.size()));
        long all = receivable.principal();
        long amount = chance(50) ? all : random.nextLong(1, all + 1);
        tell(facts, new InvoiceCredited(++credits, receivable.invoice().id(), sek(amount)));
    }

    /** All of it, too much, the invoice's own amount, or a part; something even where nothing is owed. */
    private long amountFor(Receivable receivable) {
        long all = receivable.owed() + receivable.accrued(model.today());
        if (all == 0) {
            return random.nextLong(1, 100_00);
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> all;
            case 2 -> all + random.nextLong(1, 500_00);
            case 3 -> receivable.invoice().amount().minor();
            default -> 1 + all * random.nextInt(10, 90) / 100;
        };
    }

    private void payBeforeTheInvoice(List<Fact> facts) {
        var reference = newReference();
        promised.add(reference);
        tell(facts, new ReferencePaid(id(), reference, sek(random.nextLong(200_00, 10_000_00))));
    }

    /** Some of those who have a reference pay, and at times somebody whose reference nobody knows. */
    private void payThroughTheBank(List<Fact> facts) {
        var some = new ArrayList<Movement>();
        for (var receivable : model.receivables()) {
            var reference = receivable.invoice().reference();
            if (reference.isPresent() && chance(30)) {
                some.add(new Movement(++movements, reference.get(), sek(amountFor(receivable))));
            }
        }
        if (some.isEmpty() || chance(20)) {
            some.add(new Movement(++movements, newReference(), sek(random.nextLong(1, 1_000_00))));
        }
        tell(facts, new BankFileCame(++files, some, OptionalInt.empty()));
        if (chance(25)) {
            tell(facts, new BankFileCame(++files, some, OptionalInt.of(files - 1)));
        }
    }

    private String newReference() {
        return Long.toString(random.nextLong(1_000_000_000_000L, 10_000_000_000_000L));
    }

    private UUID id() {
        return new UUID(
                (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L,
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static Money sek(long minor) {
        return Money.of(minor, CURRENCY);
    }
}
