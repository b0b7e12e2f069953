package org.reskontra.invoice.transfers;

/** Where money leaves or arrives. */
public sealed interface BankAccount {

    /** An IBAN, written without spaces. */
    record OfIban(String number) implements BankAccount {}

    /** A Swedish bankgiro number, digits only. */
    record OfBankgiro(String number) implements BankAccount {}
}
