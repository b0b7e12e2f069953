package org.reskontra.invoice.bankfiles;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Money;

/**
 * A part of a file that the bank sums up by itself: a deposit of BgMax, a statement or notice of camt.
 *
 * @param id the bank's own; a deposit's serial number
 * @param date of a deposit; the day on which a statement was made
 * @param sums of the booked entries, one a currency, debits negative
 * @param entries booked
 */
public record Section(String id, Account account, LocalDate date, List<Money> sums, int entries) {

    public Section {
        sums = List.copyOf(sums);
    }
}
