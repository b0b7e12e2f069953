package org.reskontra.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.InvoiceWrittenOff;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceEvent.PaymentReversed;
import org.reskontra.contracts.InvoiceEvent.PaymentUnmatched;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.claims.Claim;
import org.reskontra.invoice.claims.ClaimCommand.Why.Reversed;
import org.reskontra.invoice.claims.ClaimCommand.Why.Unmatched;
import org.reskontra.invoice.claims.ClaimEvent;
import org.reskontra.invoice.claims.ClaimEvent.Correction;
import org.reskontra.invoice.claims.ClaimEvent.Credited;
import org.reskontra.invoice.claims.ClaimEvent.ExcessReleased;
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
import org.reskontra.invoice.claims.ClaimEvent.WriteOffCorrected;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffRecovered;
import org.reskontra.invoice.claims.ClaimEvent.WrittenOff;
import org.reskontra.invoice.claims.ClaimState;
import org.reskontra.invoice.claims.Claims;

/** What the rest of the platform hears of what happened to a claim. */
public final class Published {

    private Published() {}

    /** The published events, each with what is owed after it; those of a correction with what is owed after all of it. */
    public static List<InvoiceEvent> from(
            InvoiceId invoice, CustomerId customer, ClaimState before, List<ClaimEvent> events) {
        var states = new ArrayList<ClaimState>();
        for (var event : events) {
            states.add(Claims.evolve(states.isEmpty() ? before : states.getLast(), event));
        }
        if (events.stream().anyMatch(Correction.class::isInstance)) {
            states.replaceAll(_ -> states.getLast());
        }
        var published = new ArrayList<InvoiceEvent>();
        for (int i = 0; i < events.size(); i++) {
            of(invoice, customer, events.get(i), claim(states.get(i))).ifPresent(published::add);
        }
        return published;
    }

    /** An issued invoice tells much more than its claim knows: it is published where it is issued. */
    private static Optional<InvoiceEvent> of(InvoiceId invoice, CustomerId customer, ClaimEvent event, Claim claim) {
        var owed = claim.owed();
        return switch (event) {
            case Issued _, InterestLeftToReview _, ReminderFeeWaived _, Reopened _, HandedOver _, ExcessReleased _ ->
                Optional.empty();
            case InterestPosted e ->
                Optional.of(new ChargePosted(
                        invoice,
                        customer,
                        ChargeKind.LATE_INTEREST,
                        e.computed().interest(),
                        e.computed().trace().ruleId(),
                        e.on(),
                        e.on(),
                        owed));
            case ReminderFeePosted e ->
                Optional.of(new ChargePosted(
                        invoice, customer, ChargeKind.REMINDER_FEE, e.fee(), e.ruleId(), e.on(), null, owed));
            case PaymentAllocated e ->
                Optional.of(new PaymentReceived(
                        invoice,
                        customer,
                        e.receipt().payment(),
                        e.allocation().total(),
                        e.receipt().valueDate(),
                        e.receipt().bookedOn(),
                        e.allocation(),
                        owed));
            case InterestWithdrawn e ->
                Optional.of(new ChargeWithdrawn(
                        invoice,
                        customer,
                        ChargeKind.LATE_INTEREST,
                        e.interest(),
                        e.ruleId(),
                        e.on(),
                        claim.interestThrough(),
                        owed));
            case ReminderFeeWithdrawn e ->
                Optional.of(new ChargeWithdrawn(
                        invoice, customer, ChargeKind.REMINDER_FEE, e.fee(), e.ruleId(), e.on(), null, owed));
            case PaymentReallocated e ->
                Optional.of(new InvoiceEvent.PaymentReallocated(
                        invoice, customer, e.receipt().payment(), e.after(), e.excess(), owed));
            case PaymentTakenBack e -> Optional.of(takenBack(invoice, customer, e, owed));
            case SettledInFull e -> Optional.of(new InvoiceSettled(invoice, customer, e.on(), owed));
            case OverpaymentFound e ->
                Optional.of(new InvoiceEvent.OverpaymentFound(
                        invoice, customer, e.receipt().payment(), e.excess(), owed));
            case WrittenOff e -> Optional.of(writtenOff(invoice, customer, e.id(), claim));
            case Credited e ->
                Optional.of(new InvoiceCredited(
                        invoice,
                        customer,
                        e.note().id(),
                        e.note().number(),
                        e.note().reason(),
                        e.note().totals().net(),
                        e.note().totals().vatTotal(),
                        e.note().totals().gross(),
                        e.note().issueDate(),
                        owed));
            case WriteOffCorrected e -> Optional.of(writtenOff(invoice, customer, e.id(), claim));
            case WriteOffRecovered e -> Optional.of(writtenOff(invoice, customer, e.id(), claim));
        };
    }

    private static InvoiceEvent takenBack(
            InvoiceId invoice, CustomerId customer, PaymentTakenBack e, Outstanding owed) {
        var payment = e.receipt().payment();
        return switch (e.why()) {
            case Reversed(var reason) ->
                new PaymentReversed(invoice, customer, payment, e.amount(), reason, e.takenOn(), e.covered(), owed);
            case Unmatched(var reason) ->
                new PaymentUnmatched(invoice, customer, payment, e.amount(), reason, e.takenOn(), e.covered(), owed);
        };
    }

    private static InvoiceEvent writtenOff(InvoiceId invoice, CustomerId customer, WriteOffId id, Claim claim) {
        var writeOff = claim.history().writeOff(id).orElseThrow();
        return new InvoiceWrittenOff(
                invoice, customer, id, writeOff.reason(), writeOff.amount(), writeOff.on(), claim.owed());
    }

    private static Claim claim(ClaimState state) {
        return switch (state) {
            case ClaimState.None _ -> throw new IllegalStateException("nothing happens to a claim that is none");
            case ClaimState.Open(var claim) -> claim;
            case ClaimState.InCollection(var claim) -> claim;
            case ClaimState.Settled(var claim, var _) -> claim;
        };
    }
}
