package org.reskontra.dunning.run;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.InvoiceWrittenOff;
import org.reskontra.contracts.InvoiceEvent.OverpaymentFound;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceEvent.PaymentReversed;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.kit.Ids;

/** An invoice of 10 000 kr, issued on 2026-03-01 and due on 2026-03-31, told about as the ledger would. */
final class Invoice {

    final InvoiceId id = World.anInvoice();
    final CustomerId customer = World.aCustomer();
    final String email;
    private final World world;
    private Outstanding owed = Outstanding.of(kr(10_000), kr(0), kr(0));

    Invoice(World world, String email) {
        this.world = world;
        this.email = email;
    }

    static Invoice issued(World world, String addressee) {
        var invoice = new Invoice(world, World.address(addressee));
        invoice.card("sv", invoice.email);
        invoice.issue(Country.SE);
        return invoice;
    }

    /** Issued, and its due date gone by on 2026-04-01. */
    static Invoice overdue(World world, String addressee) {
        var invoice = issued(world, addressee);
        invoice.dueDatePasses();
        return invoice;
    }

    void card(String language, String... emails) {
        world.hand(new ContactCard(world.tenant, customer, "Firma Ek", List.of(emails), null, language));
    }

    Envelope issue(Country country) {
        return world.tell(issuedEvent(country));
    }

    InvoiceIssued issuedEvent(Country country) {
        return new InvoiceIssued(
                id,
                "2026-0042",
                customer,
                country,
                DebtorKind.BUSINESS,
                kr(8_000),
                kr(2_000),
                kr(10_000),
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"),
                "1234567897",
                InterestTerms.STATUTORY,
                true,
                Outstanding.of(kr(10_000), kr(0), kr(0)));
    }

    void dueDatePasses() {
        world.tell(dueDatePassedEvent());
    }

    InvoiceEvent dueDatePassedEvent() {
        return new DueDatePassed(id, customer, LocalDate.parse("2026-03-31"), owed);
    }

    void feeIsPosted(String on) {
        owed = Outstanding.of(owed.principal(), owed.interest(), owed.costs().plus(kr(60)));
        world.tell(new ChargePosted(
                id, customer, ChargeKind.REMINDER_FEE, kr(60), "SE-FEE-1", LocalDate.parse(on), null, owed));
    }

    void interestIsPosted(long ore, String through) {
        var day = LocalDate.parse(through);
        owed = Outstanding.of(owed.principal(), owed.interest().plus(ore(ore)), owed.costs());
        world.tell(new ChargePosted(id, customer, ChargeKind.LATE_INTEREST, ore(ore), "SE-INT-1", day, day, owed));
    }

    void principalIsPaid(long kr, String on) {
        owed = Outstanding.of(owed.principal().minus(kr(kr)), owed.interest(), owed.costs());
        paid(kr(kr), on);
    }

    void allIsPaid(String on) {
        var amount = owed.total();
        owed = Outstanding.nothing(World.SEK);
        paid(amount, on);
        world.tell(new InvoiceSettled(id, customer, LocalDate.parse(on), owed));
    }

    void tooMuchIsPaid(String on) {
        allIsPaid(on);
        world.tell(new OverpaymentFound(id, customer, new PaymentId(Ids.next()), kr(1), owed));
    }

    /** The bank takes the payment of all of it back, whose amount it was. */
    void allIsTakenBack(String on) {
        owed = Outstanding.of(kr(10_000), kr(0), owed.costs());
        world.tell(new PaymentReversed(
                id,
                customer,
                new PaymentId(Ids.next()),
                kr(10_000),
                ReversalReason.INSUFFICIENT_FUNDS,
                LocalDate.parse(on),
                new Allocation(kr(0), kr(0), kr(10_000)),
                owed));
    }

    void isWrittenOffDownTo(long kr, String on) {
        var before = owed.total();
        owed = Outstanding.of(kr(kr), kr(0), kr(0));
        var day = LocalDate.parse(on);
        world.tell(new InvoiceWrittenOff(
                id,
                customer,
                new WriteOffId(Ids.next()),
                WriteOffReason.GOODWILL,
                before.minus(owed.total()),
                day,
                owed));
        if (owed.isSettled()) {
            world.tell(new InvoiceSettled(id, customer, day, owed));
        }
    }

    /** What is credited was never owed; the fee goes with the last of it. */
    void isCreditedDownTo(long kr, String on) {
        var before = owed.principal();
        if (kr == 0 && owed.costs().isPositive()) {
            owed = Outstanding.of(kr(0), kr(0), kr(0));
            world.tell(new ChargeWithdrawn(
                    id, customer, ChargeKind.REMINDER_FEE, kr(60), "SE-FEE-1", LocalDate.parse(on), null, owed));
        }
        owed = Outstanding.of(kr(kr), kr(0), owed.costs());
        var amount = before.minus(owed.principal());
        world.tell(new InvoiceCredited(
                id,
                customer,
                new CreditNoteId(Ids.next()),
                "RK100001",
                CreditReason.RETURNED,
                amount,
                kr(0),
                amount,
                LocalDate.parse(on),
                owed));
        if (owed.isSettled()) {
            world.tell(new InvoiceSettled(id, customer, LocalDate.parse("2026-03-01"), owed));
        }
    }

    Outstanding owed() {
        return owed;
    }

    private void paid(Money amount, String on) {
        var day = LocalDate.parse(on);
        world.tell(new PaymentReceived(
                id, customer, new PaymentId(Ids.next()), amount, day, day, new Allocation(kr(0), kr(0), amount), owed));
    }

    static Money kr(long kronor) {
        return ore(kronor * 100);
    }

    static Money ore(long ore) {
        return new Money(ore, World.SEK);
    }
}
