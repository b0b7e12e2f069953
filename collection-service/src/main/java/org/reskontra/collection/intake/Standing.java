package org.reskontra.collection.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.process.Balance;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
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
        var through = event instanceof ChargePosted charge
                        && charge.kind() == ChargeKind.LATE_INTEREST
                        && charge.interestThrough() != null
                ? charge.interestThrough()
                : interestThrough;
        return new Standing(invoice, eventVersion, event.outstanding(), through);
    }

    /** As a claim sees it; null when nothing is known. */
    @Nullable
    Balance balance(LocalDate dueDate) {
        return outstanding == null
                ? null
                : new Balance(version, outstanding, interestThrough == null ? dueDate : interestThrough);
    }
}
