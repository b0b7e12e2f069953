package org.reskontra.invoice.invoicing;

import java.util.List;
import org.reskontra.invoice.flaws.Flaw;

/** What became of the draft of a credit note. */
public sealed interface CreditChecked {

    /** It can be issued with these totals. */
    record Issuable(Totals totals) implements CreditChecked {}

    /** It cannot be read as a credit note. */
    record Malformed(List<Flaw> flaws) implements CreditChecked {
        public Malformed {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * It can be read, and a rule says no.
     *
     * @param pointer JSON Pointer to what the rule is about
     */
    record Refused(CreditRefusal why, String pointer, String detail) implements CreditChecked {}
}
