package org.reskontra.acceptance.order;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.ledger.Account;

/**
 * What happened outside to an invoice of 10 000 kr, issued on 3 March 2025 and due on 2 April, 11 % interest, and where it
 * must end in whatever order it is told.
 *
 * @param invoiceMayComeLate whether payments can be told before the invoice
 * @param remindersMayBeReadLate whether invoice-service can read of a reminder days after it was sent
 * @param countsWhenTold a planted fault: money counts from the day it is told
 * @param fewestCorrections in the order that needs fewest: 0 where all can be told in its turn
 */
record Scenario(
        String name,
        boolean invoiceMayComeLate,
        boolean remindersMayBeReadLate,
        boolean countsWhenTold,
        int fewestCorrections,
        List<Paid> payments,
        Expected expected) {

    static final LocalDate ISSUED = LocalDate.of(2025, 3, 3);
    static final LocalDate DUE = LocalDate.of(2025, 4, 2);
    static final LocalDate REMINDER = DUE.plusDays(5);
    static final LocalDate HAND_OVER = REMINDER.plusDays(12);
    static final LocalDate LAST = HAND_OVER.plusDays(5);

    /** Money that can be told from its booking date on. */
    record Paid(long minor, LocalDate valueDate, LocalDate bookedOn) {}

    /**
     * Where it ends.
     *
     * @param claim state of the claim
     * @param settledOn empty: something is owed
     * @param dunning state of the case
     * @param fees earned, minor units
     * @param interest posted
     * @param owed principal, interest and costs together
     * @param held for the customer
     */
    record Expected(String claim, String settledOn, String dunning, long fees, long interest, long owed, long held) {

        static Expected of(Standing end) {
            return new Expected(
                    end.claim(),
                    end.settledOn(),
                    end.dunning(),
                    -end.balanceOf(Account.REMINDER_FEES),
                    -end.balanceOf(Account.INTEREST_INCOME),
                    end.balanceOf(Account.RECEIVABLES),
                    -end.balanceOf(Account.HELD_FOR_CUSTOMERS));
        }
    }

    static Scenario of(String name, Expected expected, Paid... payments) {
        return new Scenario(name, false, false, false, 0, List.of(payments), expected);
    }

    Scenario withTheInvoiceToldLate() {
        return new Scenario(name, true, remindersMayBeReadLate, countsWhenTold, fewestCorrections, payments, expected);
    }

    Scenario withRemindersReadLate() {
        return new Scenario(name, invoiceMayComeLate, true, countsWhenTold, fewestCorrections, payments, expected);
    }

    Scenario withCorrections(int fewest) {
        return new Scenario(
                name, invoiceMayComeLate, remindersMayBeReadLate, countsWhenTold, fewest, payments, expected);
    }

    Scenario withMoneyCountedWhenTold() {
        return new Scenario(
                name, invoiceMayComeLate, remindersMayBeReadLate, true, fewestCorrections, payments, expected);
    }

    static Paid pays(long minor, String day) {
        return pays(minor, day, day);
    }

    static Paid pays(long minor, String valueDate, String bookedOn) {
        return new Paid(minor, LocalDate.parse(valueDate), LocalDate.parse(bookedOn));
    }

    /** The days on which something can happen; on the others the clock goes by. */
    List<LocalDate> days() {
        var days = new TreeSet<>(List.of(ISSUED, DUE.plusDays(1), REMINDER, HAND_OVER, LAST));
        payments.forEach(paid -> days.add(paid.bookedOn().isBefore(ISSUED) ? ISSUED : paid.bookedOn()));
        return List.copyOf(days);
    }

    static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
