package org.reskontra.invoice.refunds;

import java.util.UUID;
import org.reskontra.contracts.Identifier;

/** Money that goes back, or a file of it. */
record RefundId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
