package org.reskontra.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a pack can say about how a creditor may press for payment. */
public final class ConductFacts {

    private static final Unit<List<TellingPhrases>> PHRASES = new Unit<>(
            _ -> "phrases",
            (entry, key, _) -> phrases(entry, key),
            phrases -> phrases.stream().map(TellingPhrases::toString).collect(Collectors.joining("; ")));

    /** Shortest time to pay or object, counted from the day the demand is sent. */
    public static final FactKey<Integer> DEMAND_DEADLINE =
            FactKey.dated("collection-conduct.demand-deadline", Unit.DAYS);

    /** From the due date to the first reminder or demand. */
    public static final FactKey<Integer> WAIT_AFTER_DUE = FactKey.dated("collection-conduct.wait-after-due", Unit.DAYS);

    public static final FactKey<Boolean> MINOR_MAY_BE_ADDRESSED =
            FactKey.dated("collection-conduct.minor-may-be-addressed", Unit.YES_OR_NO);

    public static final FactKey<Boolean> TIME_BARRED_MAY_BE_DEMANDED =
            FactKey.dated("collection-conduct.time-barred-may-be-demanded", Unit.YES_OR_NO);

    /** Whether a collection demand must be on paper unless the debtor has agreed to another way. */
    public static final FactKey<Boolean> PAPER_UNLESS_AGREED =
            FactKey.dated("collection-conduct.collection-demand.paper-unless-agreed", Unit.YES_OR_NO);

    private static final FactKeys<Document, Boolean> ALLOWED = each("allowed", Unit.YES_OR_NO);
    private static final FactKeys<Document, Boolean> WHEN_DISPUTED = each("when-disputed", Unit.YES_OR_NO);
    private static final FactKeys<Document, List<ContentItem>> MUST_CONTAIN =
            each("must-contain", Unit.listOf("content", ContentItem.class));
    private static final FactKeys<Document, List<ContentItem>> SHOULD_CONTAIN =
            each("should-contain", Unit.listOf("content", ContentItem.class));
    private static final FactKeys<Document, List<TellingPhrases>> MUST_NOT_SAY = each("must-not-say", PHRASES);
    private static final FactKeys<Document, List<ClaimOwner>> LICENCE_NEEDED_FOR =
            each("licence-needed-for", Unit.listOf("owners", ClaimOwner.class));
    private static final FactKeys<Document, List<SenderRole>> REMINDER_NEEDED_FROM =
            each("reminder-needed-from", Unit.listOf("senders", SenderRole.class));
    private static final FactKeys<Document, Integer> WAIT_AFTER_REMINDER = each("wait-after-reminder", Unit.DAYS);
    private static final FactKeys<Document, Integer> WAIT_WHEN_CHARGED = each("wait-when-charged", Unit.DAYS);
    private static final FactKeys<Document, Integer> DEADLINE = each("deadline", Unit.DAYS);

    static final List<FactKey<?>> ALL = all();

    private ConductFacts() {}

    /** Whether such a document may be sent at all. */
    public static FactKey<Boolean> allowed(Document document) {
        return ALLOWED.of(document);
    }

    /** Whether it may be sent while the debtor disputes the claim. */
    public static FactKey<Boolean> whenDisputed(Document document) {
        return WHEN_DISPUTED.of(document);
    }

    /** What it must contain to be lawful. */
    public static FactKey<List<ContentItem>> mustContain(Document document) {
        return MUST_CONTAIN.of(document);
    }

    /** What good practice wants in it too. */
    public static FactKey<List<ContentItem>> shouldContain(Document document) {
        return SHOULD_CONTAIN.of(document);
    }

    /** Words that tell that it says what it must not say. */
    public static FactKey<List<TellingPhrases>> mustNotSay(Document document) {
        return MUST_NOT_SAY.of(document);
    }

    /** Whose claims only a licensed agent may press with it. */
    public static FactKey<List<ClaimOwner>> licenceNeededFor(Document document) {
        return LICENCE_NEEDED_FOR.of(document);
    }

    /** Which senders must have reminded before it, after the due date. */
    public static FactKey<List<SenderRole>> reminderNeededFrom(Document document) {
        return REMINDER_NEEDED_FROM.of(document);
    }

    /** From the latest reminder or demand before it. */
    public static FactKey<Integer> waitAfterReminder(Document document) {
        return WAIT_AFTER_REMINDER.of(document);
    }

    /** From the due date, or the latest reminder or demand, where it costs the debtor something. */
    public static FactKey<Integer> waitWhenCharged(Document document) {
        return WAIT_WHEN_CHARGED.of(document);
    }

    /** Shortest time that it leaves, counted from the day it is sent. */
    public static FactKey<Integer> deadline(Document document) {
        return document == Document.COLLECTION_DEMAND ? DEMAND_DEADLINE : DEADLINE.of(document);
    }

    private static <T> FactKeys<Document, T> each(String question, Unit<T> unit) {
        return new FactKeys<>("collection-conduct", Document.class, question, unit);
    }

    private static List<FactKey<?>> all() {
        var all = new ArrayList<FactKey<?>>(
                List.of(WAIT_AFTER_DUE, MINOR_MAY_BE_ADDRESSED, TIME_BARRED_MAY_BE_DEMANDED, PAPER_UNLESS_AGREED));
        for (var document : Document.values()) {
            all.addAll(List.of(
                    allowed(document),
                    whenDisputed(document),
                    mustContain(document),
                    shouldContain(document),
                    mustNotSay(document),
                    licenceNeededFor(document),
                    reminderNeededFrom(document),
                    waitAfterReminder(document),
                    waitWhenCharged(document),
                    deadline(document)));
        }
        return List.copyOf(all);
    }

    private static List<TellingPhrases> phrases(YamlSection entry, String key) {
        if (entry.takeIfText(key, "none")) {
            return List.of();
        }
        var phrases = new ArrayList<TellingPhrases>();
        for (var line : entry.sections(key)) {
            var language = line.parsed("language", ConductFacts::language, "must be a code such as sv");
            var stems = line.texts("stems");
            for (var stem : stems) {
                if (!stem.equals(stem.strip().toLowerCase(Locale.ROOT))) {
                    throw line.refused("stems", "must be in lower case, without spaces around it: '" + stem + "'");
                }
            }
            if (phrases.stream().anyMatch(other -> other.language().equals(language))) {
                throw line.refused("language", "is there twice: " + language);
            }
            phrases.add(new TellingPhrases(language, stems));
            line.end();
        }
        return List.copyOf(phrases);
    }

    private static String language(String text) {
        if (!text.matches("[a-z]{2}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
