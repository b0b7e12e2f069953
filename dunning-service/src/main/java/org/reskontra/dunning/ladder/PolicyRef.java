package org.reskontra.dunning.ladder;

/**
 * One version of one policy, as a case pins it when it opens.
 *
 * @param id kebab case: {@code se-standard}
 * @param version from 1; a published version never changes
 */
public record PolicyRef(String id, int version) {

    @Override
    public String toString() {
        return id + " v" + version;
    }
}
