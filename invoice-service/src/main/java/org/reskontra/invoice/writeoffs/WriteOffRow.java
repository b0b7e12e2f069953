package org.reskontra.invoice.writeoffs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.claims.ClaimCommand;

/**
 * A write-off, from its proposal on.
 *
 * @param amountMinor null: all that is owed
 */
record WriteOffRow(
        UUID id,
        UUID invoiceId,
        @Nullable Long amountMinor,
        Currency currency,
        WriteOffReason reason,
        @Nullable String note,
        WriteOffState state,
        @Nullable Long bookedMinor,
        @Nullable LocalDate bookedOn,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        long version) {

    @Nullable
    Money money(@Nullable Long minor) {
        return minor == null ? null : new Money(minor, currency);
    }

    ClaimCommand.WriteOff command(LocalDate on) {
        return new ClaimCommand.WriteOff(on, new WriteOffId(id), reason, money(amountMinor));
    }
}
