package org.reskontra.dunning.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;

/** Writes reminders: the figures of a {@link Reminder} in the words of a {@link LetterTemplate}. */
public final class LetterWriter {

    /** What a template can ask for. Those that a letter may have to do without stand behind a question mark there. */
    public static final Set<String> WORDS = Set.of(
            "debtor",
            "creditor",
            "organisationNumber",
            "invoice",
            "issueDate",
            "dueDate",
            "sentOn",
            "payBy",
            "principal",
            "interest",
            "interestThrough",
            "interestLater",
            "costs",
            "fee",
            "total",
            "bankgiro",
            "iban",
            "reference",
            "replyTo",
            "noReplyTo",
            "handOver");

    private final Map<Language, LetterTemplate> templates;

    /** Throws {@link IllegalArgumentException} when a language has no template. */
    public LetterWriter(Map<Language, LetterTemplate> templates) {
        this.templates = new EnumMap<>(templates);
        for (var language : Language.values()) {
            if (!templates.containsKey(language)) {
                throw new IllegalArgumentException("no letter in " + language);
            }
        }
    }

    /**
     * The letters that ship for debts under the law of a country: {@code /letters/se/reminder.sv.txt} and its like.
     *
     * @throws IllegalArgumentException when one is missing or asks for a word that is never filled in
     */
    public static LetterWriter shipped(Country country) {
        var templates = new EnumMap<Language, LetterTemplate>(Language.class);
        for (var language : Language.values()) {
            templates.put(language, read(country, language));
        }
        return new LetterWriter(templates);
    }

    private static LetterTemplate read(Country country, Language language) {
        var path = "/letters/" + country.code().toLowerCase(Locale.ROOT) + "/reminder." + language.code() + ".txt";
        try (var stream = LetterWriter.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no letter " + path);
            }
            return LetterTemplate.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), WORDS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /**
     * The same arguments always give the same letter, to the character.
     *
     * @param debtor the name the debtor is addressed by
     */
    public Letter write(Reminder reminder, Creditor creditor, String debtor, Language language) {
        return template(language).fill(words(reminder, creditor, debtor, language));
    }

    LetterTemplate template(Language language) {
        var template = templates.get(language);
        if (template == null) {
            throw new IllegalArgumentException("no letter in " + language);
        }
        return template;
    }

    private static Map<String, String> words(Reminder reminder, Creditor creditor, String debtor, Language language) {
        var terms = reminder.file().terms();
        var owed = reminder.owed();
        var words = new HashMap<String, String>();
        words.put("debtor", oneLine(debtor));
        words.put("creditor", oneLine(creditor.name()));
        words.put("organisationNumber", hyphenated(creditor.organisationNumber()));
        words.put("invoice", oneLine(terms.number()));
        words.put("issueDate", language.write(terms.issueDate()));
        words.put("dueDate", language.write(terms.dueDate()));
        words.put("sentOn", language.write(reminder.sentOn()));
        words.put("payBy", language.write(reminder.payBy()));
        words.put("reference", terms.paymentReference());
        words.put("total", language.write(reminder.asked().total()));
        putAmount(words, "principal", owed.amounts().principal(), language);
        putAmount(words, "interest", owed.amounts().interest(), language);
        putAmount(words, "costs", owed.amounts().costs(), language);
        putAmount(words, "fee", reminder.fee().fee(), language);
        words.put("interestThrough", language.write(owed.interestThrough()));
        putText(words, "bankgiro", creditor.bankgiro());
        putText(words, "iban", creditor.iban());
        putText(words, "replyTo", creditor.replyTo());
        if (owed.interestUnknown() != null) {
            words.put("interestLater", "");
        }
        if (creditor.replyTo() == null) {
            words.put("noReplyTo", "");
        }
        if (reminder.last()) {
            words.put("handOver", "");
        }
        return words;
    }

    private static void putAmount(Map<String, String> words, String word, Money amount, Language language) {
        if (!amount.isZero()) {
            words.put(word, language.write(amount));
        }
    }

    private static void putText(Map<String, String> words, String word, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            words.put(word, oneLine(text));
        }
    }

    /** Names are typed by people: a line break in one must not start a new line, or a header, of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** {@code 5560360793} as {@code 556036-0793}, the way it is printed. */
    private static String hyphenated(String organisationNumber) {
        return organisationNumber.matches("\\d{10}")
                ? organisationNumber.substring(0, 6) + "-" + organisationNumber.substring(6)
                : organisationNumber;
    }
}
