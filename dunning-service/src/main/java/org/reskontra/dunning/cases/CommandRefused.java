package org.reskontra.dunning.cases;

import org.reskontra.contracts.InvoiceId;
import org.reskontra.dunning.ladder.Refusal;

/** The ladder refused a command; nothing of its transaction happened. */
public class CommandRefused extends RuntimeException {

    public CommandRefused(InvoiceId invoice, Refusal why) {
        super("DUN-" + why.code() + " " + why.wireName() + ": invoice " + invoice);
    }
}
