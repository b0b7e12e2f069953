package org.reskontra.invoice.peppol;

import org.reskontra.invoice.imports.Imported;

/** Leaves the reading of a document at once; never leaves {@link UblInvoice#read}. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Imported.Rejected rejected;

    Unreadable(String code, String reason) {
        super(reason, null, false, false);
        this.rejected = new Imported.Rejected(code, reason);
    }

    Imported.Rejected rejected() {
        return rejected;
    }
}
