package org.reskontra.dunning.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a letter in one language. The first line is the subject. A word in braces is filled in; a line that
 * begins with {@code ?word} stands only when there is something to fill in for that word. Empty lines never double.
 */
public final class LetterTemplate {

    static final int LONGEST_LINE = 200;

    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern CONDITION = Pattern.compile("^\\?([A-Za-z]+) ");

    private final List<String> lines;

    private LetterTemplate(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads a template.
     *
     * @param known the words that a letter can fill in
     * @throws IllegalArgumentException for an unknown word, a stray brace, an overlong line or a missing text
     */
    public static LetterTemplate parse(String text, Set<String> known) {
        var lines = text.strip().lines().toList();
        if (lines.size() < 3 || !lines.get(1).isBlank()) {
            throw new IllegalArgumentException("a letter is a subject line, an empty line and its text");
        }
        for (int number = 1; number <= lines.size(); number++) {
            check(lines.get(number - 1), number, known);
        }
        return new LetterTemplate(lines);
    }

    private static void check(String line, int number, Set<String> known) {
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("line " + number + " is longer than " + LONGEST_LINE + " characters");
        }
        var condition = CONDITION.matcher(line);
        if (condition.find() && !known.contains(condition.group(1))) {
            throw new IllegalArgumentException("line " + number + " asks for ?" + condition.group(1));
        }
        WORD.matcher(line)
                .results()
                .map(word -> word.group(1))
                .filter(Predicate.not(known::contains))
                .findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException("line " + number + " asks for {" + word + "}");
                });
        var rest = WORD.matcher(line).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException("line " + number + " has a brace without its word");
        }
    }

    /**
     * The letter with everything filled in.
     *
     * @throws IllegalArgumentException when an unconditional line needs a word that is not given
     */
    Letter fill(Map<String, String> words) {
        var filled = new ArrayList<String>();
        for (var line : lines) {
            var condition = CONDITION.matcher(line);
            boolean conditional = condition.find();
            if (conditional && !words.containsKey(condition.group(1))) {
                continue;
            }
            var stands = WORD.matcher(conditional ? line.substring(condition.end()) : line)
                    .replaceAll(word -> Matcher.quoteReplacement(given(words, word.group(1))));
            if (!stands.isBlank() || !filled.getLast().isBlank()) {
                filled.add(stands.stripTrailing());
            }
        }
        var text = String.join("\n", filled.subList(2, filled.size())) + "\n";
        return new Letter(filled.getFirst(), text);
    }

    private static String given(Map<String, String> words, String word) {
        var value = words.get(word);
        if (value == null) {
            throw new IllegalArgumentException("nothing is given for {" + word + "}");
        }
        return value;
    }

    /** Every line as written, conditions included: for those who check the words. */
    List<String> lines() {
        return lines;
    }
}
