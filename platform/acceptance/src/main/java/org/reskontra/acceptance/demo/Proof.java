package org.reskontra.acceptance.demo;

import java.util.List;

/**
 * Something that must be true of every run, and whether it was.
 *
 * @param key its name in demo.json
 * @param claim what must be true, in words
 * @param evidence what was looked at
 * @param faults what speaks against it; empty: it holds
 */
public record Proof(String key, String claim, String evidence, List<String> faults) {

    public Proof {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return faults.isEmpty();
    }
}
