package org.reskontra.invoice.plantedhere;

import org.reskontra.invoice.plantedthere.There;

/** One half of a cycle. */
public final class Here {

    public There there() {
        return new There();
    }
}
