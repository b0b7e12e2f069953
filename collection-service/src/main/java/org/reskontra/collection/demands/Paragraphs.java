package org.reskontra.collection.demands;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Plain text out of paragraphs of lines; empty paragraphs leave no gap. */
final class Paragraphs {

    private Paragraphs() {}

    static String join(List<List<String>> paragraphs) {
        return paragraphs.stream()
                .filter(Predicate.not(List::isEmpty))
                .map(lines -> String.join("\n", lines))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }
}
