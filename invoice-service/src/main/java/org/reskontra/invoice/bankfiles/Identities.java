package org.reskontra.invoice.bankfiles;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells movements apart that look the same: the second with a key is another than the first, and in the same order in
 * every file that tells of them.
 */
final class Identities {

    private final Map<String, Integer> seen = new HashMap<>();

    String of(String key) {
        return key + "|" + seen.merge(key, 1, Integer::sum);
    }
}
