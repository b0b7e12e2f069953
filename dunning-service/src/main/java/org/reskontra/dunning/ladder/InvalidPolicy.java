package org.reskontra.dunning.ladder;

import java.util.List;

/** A policy that must not be used; the message names everything that is wrong with it. */
public final class InvalidPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidPolicy(PolicyRef policy, List<String> faults) {
        super("policy " + policy + " cannot be used: " + String.join("; ", faults));
    }
}
