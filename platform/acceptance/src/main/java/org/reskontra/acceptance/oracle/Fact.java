package org.reskontra.acceptance.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.reskontra.acceptance.bank.Movement;
import org.reskontra.contracts.Money;

/** What a creditor's system tells the platform. It happens on the day that the creditor's calendar shows. */
public sealed interface Fact {

    /**
     * A business customer enters the register.
     *
     * @param number the creditor's own
     */
    record CustomerEntered(String number) implements Fact {}

    /**
     * An invoice without VAT goes out, the reminder fee agreed.
     *
     * @param customer number of one who was entered
     * @param reference what the debtor was told to pay with, where that was not left to the platform
     */
    record InvoiceIssued(
            UUID id, String number, String customer, LocalDate due, Money amount, Optional<String> reference)
            implements Fact {}

    /** Money for an invoice that was issued. */
    record InvoicePaid(UUID id, UUID invoice, Money amount) implements Fact {}

    /** Money that names a reference, whether or not its invoice has been issued. */
    record ReferencePaid(UUID id, String reference, Money amount) implements Fact {}

    /** The bank takes a payment back that was told of with that id. */
    record PaymentReversed(UUID payment) implements Fact {}

    /**
     * Part or all of an invoice was never owed.
     *
     * @param number of the creditor's own for it
     */
    record InvoiceCredited(int number, UUID invoice, Money amount) implements Fact {}

    /**
     * A file of the bank.
     *
     * @param number no other file has it
     * @param copyOf the number of the file of that day whose copy it is
     */
    record BankFileCame(int number, List<Movement> movements, OptionalInt copyOf) implements Fact {
        public BankFileCame {
            movements = List.copyOf(movements);
        }
    }
}
