package org.reskontra.invoice.plantedthere;

import org.reskontra.invoice.plantedhere.Here;

/** The other half of a cycle. */
public final class There {

    public Here here() {
        return new Here();
    }
}
