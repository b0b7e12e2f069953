package org.reskontra.invoice.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.reskontra.invoice.flaws.Flaw;

/** The numbers in what a payer wrote, also where blanks and signs cut them up. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{Nd}]+|[^\\p{L}\\p{Nd}]+$");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** As long as a payment reference or an invoice number gets. */
    private static final int LONGEST = 35;

    private static final int MOST_SIGNS = 1_000;
    private static final int MOST_PIECES = 100;
    private static final int MOST_JOINED = 5;
    private static final int MOST_TEXTS = 300;

    /** Shorter numbers are found by chance. */
    private static final int TELLING = 4;

    private static final int MISTYPABLE = 6;

    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> asWritten = new LinkedHashSet<>();

    Words(Collection<String> texts) {
        int left = MOST_SIGNS;
        for (var text : texts) {
            var bounded = text.substring(0, Math.min(text.length(), left));
            left -= bounded.length();
            read(bounded);
        }
    }

    private void read(String text) {
        var pieces = Arrays.stream(BETWEEN.split(Names.folded(text)))
                .filter(piece -> !piece.isEmpty())
                .limit(MOST_PIECES)
                .toList();
        for (int from = 0; from < pieces.size(); from++) {
            for (int to = from + 1; to <= Math.min(pieces.size(), from + MOST_JOINED); to++) {
                add(pieces.subList(from, to));
            }
        }
        Arrays.stream(BLANKS.split(text))
                .map(piece -> EDGES.matcher(piece).replaceAll(""))
                .filter(Words::hasDigit)
                .limit(MOST_PIECES)
                .forEach(piece -> {
                    asWritten.add(piece);
                    asWritten.add(piece.toUpperCase(Locale.ROOT));
                });
    }

    private void add(List<String> pieces) {
        var number = bare(String.join("", pieces));
        if (hasDigit(number) && number.length() <= LONGEST) {
            numbers.add(number);
        }
    }

    /** What is written of an invoice. */
    Optional<Clue> clue(OpenInvoice invoice) {
        var number = bare(invoice.number());
        boolean written = numbers.contains(number);
        if (holdsReference(invoice.reference())) {
            return Optional.of(Clue.REFERENCE_IN_TEXT);
        }
        if (written && number.length() >= TELLING) {
            return Optional.of(Clue.NUMBER_IN_TEXT);
        }
        if (isMistyped(bare(invoice.reference()))) {
            return Optional.of(Clue.REFERENCE_MISTYPED);
        }
        if (isMistyped(number)) {
            return Optional.of(Clue.NUMBER_MISTYPED);
        }
        return written ? Optional.of(Clue.SHORT_NUMBER_IN_TEXT) : Optional.empty();
    }

    private boolean holdsReference(String reference) {
        return References.forms(reference).stream().map(Words::bare).anyMatch(numbers::contains);
    }

    private boolean isMistyped(String number) {
        return number.length() >= MISTYPABLE
                && DIGITS.matcher(number).matches()
                && numbers.stream()
                        .anyMatch(written -> written.length() >= MISTYPABLE
                                && DIGITS.matcher(written).matches()
                                && Slips.isOne(written, number));
    }

    /** What an invoice may carry as reference or number that is meant. */
    Set<String> lookups() {
        var texts = new LinkedHashSet<>(asWritten);
        texts.addAll(numbers);
        numbers.forEach(number -> texts.addAll(References.forms(number)));
        asWritten.stream()
                .map(Words::bare)
                .filter(number -> number.length() >= MISTYPABLE && number.length() <= LONGEST)
                .filter(number -> DIGITS.matcher(number).matches())
                .forEach(number -> texts.addAll(Slips.undone(number)));
        texts.removeIf(text -> text.length() > LONGEST || Flaw.holdsControlSigns(text));
        return new LinkedHashSet<>(texts.stream().limit(MOST_TEXTS).toList());
    }

    /** A number without signs in it and zeros before it. */
    private static String bare(String number) {
        var signs = BETWEEN.matcher(Names.folded(number)).replaceAll("");
        return DIGITS.matcher(signs).matches() ? signs.replaceFirst("^0+(?=.)", "") : signs;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
