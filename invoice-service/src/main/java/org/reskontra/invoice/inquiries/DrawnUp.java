package org.reskontra.invoice.inquiries;

import org.reskontra.invoice.statements.Written;
import org.reskontra.rulebook.explain.Language;

/** A statement in figures and in words. */
record DrawnUp(StatementView view, Written written, Language language) {

    String fileName() {
        return "statement-" + view.invoiceId() + "-" + view.on() + ".pdf";
    }
}
