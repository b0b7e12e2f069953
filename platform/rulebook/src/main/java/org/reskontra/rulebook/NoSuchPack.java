package org.reskontra.rulebook;

import org.reskontra.contracts.Country;

/** The rulebook has no law for that country. */
public final class NoSuchPack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchPack(Country country) {
        super("the rulebook has no law for " + country);
    }
}
