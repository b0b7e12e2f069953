package org.reskontra.invoice.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Money;

/**
 * Payments from one account on one day, all in one currency.
 *
 * @param messageId at most 35 signs, unique for ever
 * @param madeAt for the bank's records
 * @param organisationNumber of the debtor
 * @param on the day on which the bank is to pay
 * @param transfers at least one
 */
public record TransferFile(
        String messageId,
        Instant madeAt,
        String debtor,
        String organisationNumber,
        BankAccount account,
        LocalDate on,
        List<Transfer> transfers) {

    public TransferFile {
        transfers = List.copyOf(transfers);
        sum(transfers);
    }

    /** What they come to. */
    public Money sum() {
        return sum(transfers);
    }

    private static Money sum(List<Transfer> transfers) {
        return transfers.stream()
                .map(Transfer::amount)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("a file has at least one payment"));
    }
}
