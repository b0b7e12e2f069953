package org.reskontra.rulebook.demands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.amended;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ClaimOwner;
import org.reskontra.rulebook.ConductFacts;
import org.reskontra.rulebook.ContentItem;
import org.reskontra.rulebook.Document;
import org.reskontra.rulebook.PackRefused;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.SenderRole;
import org.reskontra.rulebook.demands.Draft.Delivery;
import org.reskontra.rulebook.demands.Finding.Severity;
import org.reskontra.rulebook.explain.TraceCheck;

/** What holds for any draft. The seed is in the name of the test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemandPropertiesTest {

    private static final List<RulePack> PACKS = List.of("SE", "FI", "NO", "DK").stream()
            .map(code -> Rulebook.standard().pack(new Country(code)))
            .toList();
    private static final int DRAFTS = 10_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 2061})
    void saying_more_and_waiting_longer_for_an_answer_never_makes_a_draft_worse(long seed) {
        var random = new Random(seed);
        int better = 0;
        for (int i = 0; i < DRAFTS; i++) {
            var pack = PACKS.get(random.nextInt(PACKS.size()));
            var draft = anyDraft(random);
            var before = DemandCheck.check(pack, draft.draft());
            draft.contains.addAll(EnumSet.allOf(ContentItem.class));
            draft.deadline = draft.sentOn.plusDays(60);
            var after = DemandCheck.check(pack, draft.draft());
            var added = new HashSet<>(after);
            added.removeAll(before);
            added.removeIf(finding -> finding.severity() == Severity.NEEDS_REVIEW); // a deadline that nobody asked for
            assertEquals(new HashSet<Finding>(), added, () -> draft.draft().toString());
            better += after.size() < before.size() ? 1 : 0;
        }
        assertTrue(better > DRAFTS / 20, "the inputs reach what they should: " + better);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {32, 2062})
    void a_document_sent_on_its_earliest_day_is_not_too_early_and_the_day_before_it_is(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < DRAFTS; i++) {
            var pack = PACKS.get(random.nextInt(2));
            var draft = anyDraft(random);
            var plan = draft.draft().plan();
            if (!(DemandDates.sending(pack, plan, draft.sentOn)
                    instanceof EarliestDay.From(var day, var _, var trace))) {
                continue;
            }
            assertEquals(day.toEpochDay(), TraceCheck.recompute(trace).longValueExact());
            draft.sentOn = day;
            draft.deadline = null;
            assertFalse(tooEarly(pack, draft), () -> day + " for " + plan);
            draft.sentOn = day.minusDays(1);
            if (known(pack, draft)) {
                assertTrue(tooEarly(pack, draft), () -> day.minusDays(1) + " for " + plan);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {33, 2063})
    void every_telling_word_is_found_wherever_it_stands(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < DRAFTS; i++) {
            var pack = PACKS.get(random.nextInt(2));
            var phrases = pack.on(
                            ConductFacts.mustNotSay(Document.REMINDER), DebtorKind.CONSUMER, LocalDate.of(2025, 3, 3))
                    .value()
                    .orElseThrow();
            var stems = phrases.get(random.nextInt(phrases.size())).stems();
            var stem = stems.get(random.nextInt(stems.size()));
            var word = random.nextBoolean() ? stem : stem.toUpperCase(Locale.ROOT);
            var text = noise(random) + word + (random.nextBoolean() ? "en" : "") + noise(random);
            assertTrue(TextLint.found(text, phrases).contains(stem), () -> stem + " in " + text);
            assertFalse(TextLint.found("xx" + stem, phrases).contains(stem), stem);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "language: fi, stems | language: sv, stems     | is there twice: sv",
                "language: fi, stems | language: Finnish, stems | must be a code such as sv",
                "stems: [polis,      | stems: [Polis,           | must be in lower case",
                "value: [PAYMENT_DETAILS] | value: [PAYMENT]    | knows [CREDITOR_NAME",
            })
    void a_wrong_list_is_refused(String passage, String becomes, String reason) {
        var message =
                assertThrows(PackRefused.class, () -> amended(passage, becomes)).getMessage();
        assertTrue(message.contains(reason), message);
    }

    private static boolean tooEarly(RulePack pack, Drafts draft) {
        return DemandDates.sending(pack, draft.draft().plan(), draft.sentOn)
                        instanceof EarliestDay.From(var day, var _, var _)
                && draft.sentOn.isBefore(day);
    }

    private static boolean known(RulePack pack, Drafts draft) {
        return DemandDates.sending(pack, draft.draft().plan(), draft.sentOn) instanceof EarliestDay.From;
    }

    private static String noise(Random random) {
        return List.of("", "Betala nu. ", " (", "\n", " \"", "maksa 12,50 ", " - ")
                .get(random.nextInt(7));
    }

    private static Drafts anyDraft(Random random) {
        var draft = new Drafts();
        draft.document = any(random, Document.values());
        draft.sender = any(random, SenderRole.values());
        draft.debtor = any(random, DebtorKind.values());
        draft.minor = random.nextInt(8) == 0;
        draft.disputed = random.nextInt(4) == 0;
        draft.timeBarred = random.nextInt(8) == 0;
        draft.assigned = random.nextBoolean();
        draft.owner = any(random, ClaimOwner.values());
        draft.claimsInterest = random.nextBoolean();
        draft.chargesCosts = random.nextBoolean();
        draft.delivery = any(random, Delivery.values());
        draft.contains.removeIf(_ -> random.nextInt(5) == 0);
        draft.dueDate = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1_500));
        draft.sentOn = draft.dueDate.plusDays(random.nextInt(90) - 5);
        draft.deadline = random.nextInt(5) == 0 ? null : draft.sentOn.plusDays(random.nextInt(30));
        draft.before.clear();
        for (int i = random.nextInt(3); i > 0; i--) {
            draft.before.add(
                    new SentBefore(any(random, Document.values()), draft.dueDate.plusDays(random.nextInt(60) - 5)));
        }
        return draft;
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
