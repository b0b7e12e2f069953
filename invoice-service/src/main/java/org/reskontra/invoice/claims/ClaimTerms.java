package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;

/**
 * What was agreed, and cannot change while the claim lives.
 *
 * @param reminderFeeAgreed whether a charge for a written reminder was agreed no later than when the debt arose
 */
public record ClaimTerms(DebtorKind debtor, LocalDate dueDate, InterestTerms interest, boolean reminderFeeAgreed) {}
