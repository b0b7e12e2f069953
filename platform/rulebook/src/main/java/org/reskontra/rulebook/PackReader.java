package org.reskontra.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;

/**
 * Reads the law of one country. Strict: an unknown or missing key, a question nobody knows, a wrong unit, periods with a
 * gap or an overlap, a value without a source, a value that nobody has read but is given as a number: each is
 * {@link PackRefused} with file, line, place and reason.
 */
public final class PackReader {

    /** The name, in a country's folder, of the file that names the others. */
    static final String HEAD = "pack.yaml";

    private static final String UNKNOWN = "unknown";
    private static final Set<DebtorKind> ALL_DEBTORS = Set.of(DebtorKind.values());

    private final Head head;
    private final List<FactDraft<?>> drafts = new ArrayList<>();

    private PackReader(Head head) {
        this.head = head;
    }

    /**
     * What a pack's first file says.
     *
     * @param inUse whether invoices are taken in under this law
     * @param subjects the names of its other files, without ending
     */
    record Head(Country country, String version, Currency currency, boolean inUse, List<String> subjects) {

        static Head of(PackFile file) {
            var root = YamlSection.of(file);
            var head = new Head(
                    PackReader.countryOf(root),
                    root.parsed("version", PackReader::version, "must be a year and an edition, such as 2026.2"),
                    root.parsed("currency", Currency::getInstance, "must be an ISO 4217 code"),
                    Unit.YES_OR_NO.read(root, "inUse", Currency.getInstance("XXX")),
                    root.texts("subjects"));
            root.end();
            return head;
        }
    }

    /**
     * The law in these files.
     *
     * @param head names the country and the subjects
     * @param files one for each subject
     * @param local what an operator has added or changed: facts of their own, or periods that take the place of the same
     *     days of a fact that is there
     * @throws PackRefused when anything in them is wrong
     */
    public static RulePack read(PackFile head, List<PackFile> files, List<PackFile> local) {
        var reader = new PackReader(Head.of(head));
        files.forEach(file -> reader.file(file, false));
        local.forEach(file -> reader.file(file, true));
        return reader.pack(head, files, local);
    }

    private RulePack pack(PackFile headFile, List<PackFile> files, List<PackFile> local) {
        var all = new ArrayList<PackFile>();
        all.add(headFile);
        all.addAll(files);
        all.addAll(local);
        var facts = new ArrayList<Fact<?>>();
        drafts.forEach(draft -> facts.add(draft.fact()));
        var id = head.country() + "-" + head.version() + "+" + hash(all);
        return new RulePack(head.country(), head.version(), id, head.currency(), head.inUse(), facts);
    }

    private void file(PackFile file, boolean local) {
        var root = YamlSection.of(file);
        if (!countryOf(root).equals(head.country())) {
            throw root.refused("country", "must be " + head.country() + " as in the pack");
        }
        var subject = root.text("subject");
        for (var entry : root.sections("facts")) {
            var name = entry.text("fact");
            var key = Facts.named(name).orElseThrow(() -> entry.refused("fact", "nobody asks for '" + name + "'"));
            if (!key.subject().equals(subject)) {
                throw entry.refused("fact", "does not belong to the subject " + subject);
            }
            fact(entry, key, local);
        }
        root.end();
    }

    private <T> void fact(YamlSection entry, FactKey<T> key, boolean local) {
        var debtors = entry.has("debtors") ? Set.copyOf(entry.namesOf("debtors", DebtorKind.class)) : ALL_DEBTORS;
        var there = there(key, debtors);
        if (there != null && local) {
            requireOnlyDays(entry, key);
            requireUnit(entry, key);
            there.amend(entry, periods(entry, key));
        } else {
            requireUnused(entry, key, debtors);
            add(entry, key, debtors);
        }
        entry.end();
    }

    private <T> void add(YamlSection entry, FactKey<T> key, Set<DebtorKind> debtors) {
        var rule = entry.text("rule");
        var about = entry.text("about");
        var cases = entry.has("cases") ? entry.texts("cases") : List.<String>of();
        var untested = entry.textIfAny("untested");
        if (cases.isEmpty() == untested.isEmpty()) {
            throw entry.refused("needs either its golden 'cases' or why it is 'untested'");
        }
        requireUnit(entry, key);
        var draft = new FactDraft<>(key, rule, debtors, about, cases, untested);
        draft.amend(entry, periods(entry, key));
        drafts.add(draft);
    }

    /** The fact that an operator's file speaks of again. */
    @SuppressWarnings("unchecked") // equal keys have equal types
    private <T> @Nullable FactDraft<T> there(FactKey<T> key, Set<DebtorKind> debtors) {
        for (var draft : drafts) {
            if (draft.key().equals(key) && draft.debtors().equals(debtors)) {
                return (FactDraft<T>) draft;
            }
        }
        return null;
    }

    private void requireUnused(YamlSection entry, FactKey<?> key, Set<DebtorKind> debtors) {
        for (var draft : drafts) {
            if (draft.key().equals(key)) {
                var twice = new TreeSet<>(draft.debtors());
                twice.retainAll(debtors);
                if (!twice.isEmpty()) {
                    throw entry.refused("debtors", key + " is already said of " + twice);
                }
            }
        }
    }

    /** Rule and cases of a fact that ships stay as they are: an operator changes what it says of some days. */
    private static void requireOnlyDays(YamlSection entry, FactKey<?> key) {
        for (var kept : List.of("rule", "about", "cases", "untested")) {
            if (entry.has(kept)) {
                throw entry.refused(kept, key + " ships with the platform: give its unit and its values only");
            }
        }
    }

    private void requireUnit(YamlSection entry, FactKey<?> key) {
        var wanted = key.unit().name(head.currency());
        var given = entry.text("unit");
        if (!given.equals(wanted)) {
            throw entry.refused("unit", "must be '" + wanted + "', not '" + given + "'");
        }
    }

    private <T> List<Period<T>> periods(YamlSection entry, FactKey<T> key) {
        if (!entry.has("periods")) {
            requireEnd(entry, "value", key, LocalDate.MAX);
            return List.of(period(entry, key, LocalDate.MIN, LocalDate.MAX));
        }
        if (!key.dated()) {
            throw entry.refused("periods", "holds whatever the day: give value, source and confidence");
        }
        var periods = new ArrayList<Period<T>>();
        for (var line : entry.sections("periods")) {
            var from = line.date("from");
            var to = line.has("to") ? line.date("to") : LocalDate.MAX;
            if (to.isBefore(from)) {
                throw line.refused("to", to + " is before " + from);
            }
            if (!periods.isEmpty()) {
                requireNext(line, periods.getLast(), from);
            }
            periods.add(period(line, key, from, to));
            line.end();
        }
        requireEnd(entry, "periods", key, periods.getLast().to());
        return periods;
    }

    private static void requireEnd(YamlSection entry, String place, FactKey<?> key, LocalDate last) {
        if (key.equals(InterestFacts.REFERENCE_RATE) && last.equals(LocalDate.MAX)) {
            throw entry.refused(place, "the last period needs 'to': a rate is never in force for ever");
        }
    }

    private <T> Period<T> period(YamlSection line, FactKey<T> key, LocalDate from, LocalDate to) {
        Optional<T> value = line.takeIfText("value", UNKNOWN)
                ? Optional.empty()
                : Optional.of(key.unit().read(line, "value", head.currency()));
        if (value.isEmpty() && !key.dated()) {
            throw line.refused("value", "is a convention and cannot be unknown");
        }
        return new Period<>(from, to, value, line.text("source"), confidence(line, value.isPresent()));
    }

    static void requireNext(YamlSection line, Period<?> before, LocalDate from) {
        if (before.to().equals(LocalDate.MAX)) {
            throw line.refused("follows a period that has no 'to'");
        }
        var expected = before.to().plusDays(1);
        if (from.isBefore(expected)) {
            throw line.refused("from", "overlaps: the period before lasts through " + before.to());
        }
        if (from.isAfter(expected)) {
            throw line.refused("from", "leaves a gap: nothing is said from " + expected);
        }
    }

    private static Confidence confidence(YamlSection line, boolean known) {
        var text = line.text("confidence");
        for (var confidence : Confidence.values()) {
            if (confidence.written().equals(text) && (confidence == Confidence.UNSURE) != known) {
                return confidence;
            }
        }
        throw line.refused(
                "confidence",
                known
                        ? "must be certain, likely or convention, not '" + text + "' (write an unsure value as unknown)"
                        : "must be unsure where the value is unknown");
    }

    private static Country countryOf(YamlSection root) {
        return root.parsed("country", Country::new, "must be a country code");
    }

    private static String version(String text) {
        if (!text.matches("\\d{4}\\.\\d{1,3}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** Twelve hex digits over all texts; line ends do not count. */
    private static String hash(List<PackFile> files) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                sha.update(file.text().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
