package org.reskontra.invoice.invoicing;

import java.util.List;
import org.reskontra.invoice.flaws.Flaw;

/** What became of a draft. */
public sealed interface Checked {

    /** It can be issued with these totals. */
    record Issuable(Totals totals) implements Checked {}

    /** It cannot be read as an invoice. */
    record Malformed(List<Flaw> flaws) implements Checked {
        public Malformed {
            flaws = List.copyOf(flaws);
        }
    }

    /** It can be read, and a rule says no. */
    record Refused(InvoiceRefusal why, String detail) implements Checked {}
}
