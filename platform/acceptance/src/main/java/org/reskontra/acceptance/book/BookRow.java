package org.reskontra.acceptance.book;

import java.time.LocalDate;
import java.util.Optional;
import org.reskontra.contracts.Money;

/**
 * An invoice and what became of it.
 *
 * @param line where it stands in the file, the first line being 1
 * @param number the creditor's invoice number
 * @param customer the creditor's customer number
 * @param amount above zero
 * @param due not before {@code issued}
 * @param paidOn when all that was owed then came in, not before {@code issued}; empty: not within the book
 */
public record BookRow(
        long line,
        String number,
        String customer,
        LocalDate issued,
        LocalDate due,
        Money amount,
        Optional<LocalDate> paidOn) {}
