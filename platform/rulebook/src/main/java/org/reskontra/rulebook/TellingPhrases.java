package org.reskontra.rulebook;

import java.text.Normalizer;
import java.util.List;

/**
 * Words of one language that tell what a text does to its reader.
 *
 * @param language ISO 639-1
 * @param stems beginnings of words, lower case; an inflected or compound word that begins so is found too
 */
public record TellingPhrases(String language, List<String> stems) {

    public TellingPhrases {
        stems = stems.stream()
                .map(stem -> Normalizer.normalize(stem, Normalizer.Form.NFKC))
                .toList();
    }

    @Override
    public String toString() {
        return language + ": " + String.join(", ", stems);
    }
}
