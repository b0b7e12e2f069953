package org.reskontra.dunning;

import java.time.LocalDate;
import java.util.function.Function;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.InvoiceWrittenOff;
import org.reskontra.contracts.InvoiceEvent.OverpaymentFound;
import org.reskontra.contracts.InvoiceEvent.PaymentReallocated;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceEvent.PaymentReversed;
import org.reskontra.contracts.InvoiceEvent.PaymentUnmatched;
import org.reskontra.dunning.ladder.CaseCommand;
import org.reskontra.dunning.ladder.CaseCommand.NoteCorrection;
import org.reskontra.dunning.ladder.CaseCommand.NoteDueDatePassed;
import org.reskontra.dunning.ladder.CaseCommand.NotePaymentTakenBack;
import org.reskontra.dunning.ladder.CaseCommand.NoteSettled;
import org.reskontra.dunning.ladder.CaseCommand.NoteStanding;
import org.reskontra.dunning.ladder.CaseCommand.Open;
import org.reskontra.dunning.ladder.PolicyRef;
import org.reskontra.dunning.ladder.Terms;

/** What the news of an invoice asks of its case. */
public final class Heard {

    private Heard() {}

    /**
     * What a case is pinned to when it is opened.
     *
     * @param rulePack id of the law's pack
     */
    public record Rules(PolicyRef policy, String rulePack) {}

    /** The command; the rules of a country are asked for only when a case is opened. */
    public static CaseCommand command(InvoiceEvent event, LocalDate today, Function<Country, Rules> rules) {
        return switch (event) {
            case InvoiceIssued e -> new Open(today, terms(e, rules.apply(e.country())), e.outstanding());
            case DueDatePassed e -> new NoteDueDatePassed(today, e.outstanding());
            case PaymentReceived e -> new NoteStanding(e.countsFrom(), e.outstanding(), null);
            case ChargePosted e -> new NoteStanding(e.on(), e.outstanding(), e.interestThrough());
            case ChargeWithdrawn e -> new NoteCorrection(today, e.outstanding(), e.interestThrough());
            case PaymentReallocated e -> new NoteCorrection(today, e.outstanding(), null);
            case PaymentReversed e -> new NotePaymentTakenBack(today, e.outstanding());
            case PaymentUnmatched e -> new NotePaymentTakenBack(today, e.outstanding());
            case OverpaymentFound e -> new NoteStanding(today, e.outstanding(), null);
            case InvoiceWrittenOff e -> new NoteCorrection(today, e.outstanding(), null);
            case InvoiceCredited e -> new NoteCorrection(today, e.outstanding(), null);
            case InvoiceSettled e -> new NoteSettled(e.settledOn(), e.outstanding());
        };
    }

    private static Terms terms(InvoiceIssued e, Rules rules) {
        return new Terms(
                e.invoice(),
                e.customer(),
                e.number(),
                e.country(),
                e.debtorKind(),
                e.gross(),
                e.issueDate(),
                e.dueDate(),
                e.paymentReference(),
                e.interest(),
                e.reminderFeeAgreed(),
                rules.policy(),
                rules.rulePack());
    }
}
