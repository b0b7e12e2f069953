package org.reskontra.invoice.refunds;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.transfers.BankAccount;

/** A refund, from its proposal on. One of the two accounts is there. */
record RefundRow(
        UUID id,
        UUID paymentId,
        long amountMinor,
        Currency currency,
        String creditorName,
        @Nullable String creditorIban,
        @Nullable String creditorBankgiro,
        @Nullable String note,
        RefundState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable UUID fileId,
        long version) {

    Money amount() {
        return new Money(amountMinor, currency);
    }

    PaymentId payment() {
        return new PaymentId(paymentId);
    }

    BankAccount account() {
        return creditorIban == null
                ? new BankAccount.OfBankgiro(Objects.requireNonNull(creditorBankgiro))
                : new BankAccount.OfIban(creditorIban);
    }
}
