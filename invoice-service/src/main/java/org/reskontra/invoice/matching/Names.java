package org.reskontra.invoice.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of payers and customers, told apart by what matters: not case, accents, order or company form. */
public final class Names {

    private static final Set<String> FORMS = Set.of(
            "AB",
            "AKTIEBOLAG",
            "AKTIEBOLAGET",
            "PUBL",
            "HB",
            "HANDELSBOLAG",
            "KB",
            "KOMMANDITBOLAG",
            "EF", // Sweden
            "OY",
            "OYJ",
            "OSAKEYHTIO",
            "ABP",
            "KY",
            "TMI",
            "TOIMINIMI",
            "RY", // Finland
            "AS",
            "ASA",
            "ANS",
            "ENK",
            "NUF",
            "APS",
            "IVS",
            "IS",
            "KS", // Norway, Denmark
            "GMBH",
            "LTD",
            "LIMITED",
            "INC",
            "LLC",
            "PLC",
            "BV");

    /** Letters that are no letter with a mark on it. */
    private static final Map<String, String> LETTERS =
            Map.of("Ø", "O", "Æ", "AE", "Œ", "OE", "Đ", "D", "Ð", "D", "Ł", "L", "Þ", "TH");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern JOINED = Pattern.compile("(?<=\\b\\p{L})[./](?=\\p{L}\\b)");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int LONGEST = 200;

    /** So long a word alone makes names alike. */
    private static final int TELLING = 6;

    private static final int MISSPELLABLE = 5;

    private Names() {}

    /** What two ways of writing one name have in common; empty for no name. */
    public static String key(String name) {
        return String.join(" ", words(name));
    }

    /** Letters without marks, in capitals. */
    static String folded(String text) {
        var plain = MARKS.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFD).toUpperCase(Locale.ROOT))
                .replaceAll("");
        for (var letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }

    /** Whether every word of the shorter name is in the longer one, give or take a slip or an end that was cut off. */
    static boolean alike(String one, String other) {
        var shorter = words(one);
        var longer = words(other);
        if (shorter.size() > longer.size()) {
            var swapped = shorter;
            shorter = longer;
            longer = swapped;
        }
        boolean tells = shorter.size() > 1 || shorter.stream().anyMatch(word -> word.length() >= TELLING);
        var words = longer;
        return tells && shorter.stream().allMatch(word -> words.stream().anyMatch(its -> alikeWords(word, its)));
    }

    private static boolean alikeWords(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        return shorter >= MISSPELLABLE && (one.startsWith(other) || other.startsWith(one) || Slips.isOne(one, other));
    }

    private static List<String> words(String name) {
        var bounded = name.substring(0, Math.min(name.length(), LONGEST));
        var joined = JOINED.matcher(folded(bounded)).replaceAll("");
        var words = Arrays.stream(BETWEEN.split(joined))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
        var telling = words.stream().filter(word -> !FORMS.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }
}
