package org.reskontra.invoice.imports;

import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.register.CustomerForm;

/** What became of one invoice of a foreign file. */
public sealed interface Imported {

    /**
     * It could be read.
     *
     * @param customer told apart by number, or by identity number where the file has no customer numbers
     */
    record Invoice(CustomerForm customer, InvoiceDraft draft) implements Imported {}

    /**
     * It could not.
     *
     * @param code kebab case, stable
     */
    record Rejected(String code, String reason) implements Imported {}
}
