package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.Money;

/**
 * A part of the claim that was never owed, as a credit note says.
 *
 * @param on the day of the invoice: from there on it is not owed
 * @param amount above zero
 */
public record CreditedPart(CreditNoteId id, LocalDate on, Money amount) implements Fact {}
