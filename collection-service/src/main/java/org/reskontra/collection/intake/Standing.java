package org.reskontra.collection.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.process.Balance;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
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
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;

/**
 * What the newest event says is owed on an invoice.
 *
 * @param version of that event; 0: none has arrived
 * @param outstanding null when none has arrived
 * @param interestThrough last day whose late interest is booked; null: none is
 */
record Standing(
        InvoiceId invoice,
        long version,
        @Nullable Outstanding outstanding,
        @Nullable LocalDate interestThrough) {

    /** The standing after a later event. */
    Standing after(long eventVersion, InvoiceEvent event) {
        if (eventVersion <= version) {
            return this;
        }
        return new Standing(invoice, eventVersion, event.outstanding(), interestThrough(event));
    }

    /** Interest that is withdrawn takes the day back that it had been counted to. */
    private @Nullable LocalDate interestThrough(InvoiceEvent event) {
        var told = switch (event) {
            case ChargePosted posted
            when posted.kind() == ChargeKind.LATE_INTEREST -> laterOf(posted.interestThrough(), interestThrough);
            case ChargeWithdrawn withdrawn -> withdrawn.interestThrough();
            case ChargePosted _,
                    InvoiceIssued _,
                    DueDatePassed _,
                    PaymentReceived _,
                    PaymentReallocated _,
                    PaymentReversed _,
                    PaymentUnmatched _,
                    InvoiceSettled _,
                    InvoiceWrittenOff _,
                    InvoiceCredited _,
                    OverpaymentFound _ -> null;
        };
        return told == null ? interestThrough : told;
    }

    private static @Nullable LocalDate laterOf(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** As a claim sees it; null when nothing is known. */
    @Nullable
    Balance balance(LocalDate dueDate) {
        return outstanding == null
                ? null
                : new Balance(version, outstanding, interestThrough == null ? dueDate : interestThrough);
    }
}
