package org.reskontra.rulebook.demands;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.reskontra.rulebook.TellingPhrases;

/** Finds telling words in a text, whatever their case, their inflection, and how the lines are broken. */
final class TextLint {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");
    private static final Pattern BROKEN_WORD = Pattern.compile("(?<=\\p{L})-\\h*\\R\\h*(?=\\p{L})");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private TextLint() {}

    /** The stems that some word of the text, or some words in a row, begin with; of every language. */
    static List<String> found(String text, List<TellingPhrases> phrases) {
        var words = normal(text);
        var found = new ArrayList<String>();
        for (var language : phrases) {
            for (var stem : language.stems()) {
                if (!found.contains(stem) && beginsAWord(words, stem)) {
                    found.add(stem);
                }
            }
        }
        return found;
    }

    private static boolean beginsAWord(String text, String stem) {
        for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
            if (at == 0 || !Character.isLetter(text.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private static String normal(String text) {
        var visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        var whole = BROKEN_WORD.matcher(visible).replaceAll("");
        return SPACE.matcher(whole).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
