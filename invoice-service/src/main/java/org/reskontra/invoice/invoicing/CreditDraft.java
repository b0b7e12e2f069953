package org.reskontra.invoice.invoicing;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Money;

/**
 * A credit note somebody wants to issue; not yet checked.
 *
 * @param issueDate of the credit note
 */
public record CreditDraft(LocalDate issueDate, Part part) {

    /** How much of the invoice was never owed. */
    public sealed interface Part {

        /** All that was not credited before. */
        record Whole() implements Part {}

        /** A part of the sum to pay: of each rate of VAT, and of the rounding, the same share. */
        record Share(Money gross) implements Part {}

        /** What the lines come to, their prices with or without VAT as those of the invoice. */
        record Lines(List<Line> lines) implements Part {
            public Lines {
                lines = List.copyOf(lines);
            }
        }
    }
}
