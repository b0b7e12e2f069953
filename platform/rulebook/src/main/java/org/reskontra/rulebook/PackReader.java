package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;

/**
 * Reads the law of one country. Strict: an unknown or missing key, a wrong unit, periods with a gap or an overlap, a
 * value without a source, a rate that nobody has read but is given as a number: each is {@link PackRefused} with file,
 * place and reason.
 */
public final class PackReader {

    private static final String UNKNOWN = "unknown";
    private static final Set<DebtorKind> ALL_DEBTORS = Set.of(DebtorKind.values());

    private PackReader() {}

    /**
     * The law in these two files.
     *
     * @param rules the rules of the country
     * @param rates its reference rates
     * @throws PackRefused when anything in them is wrong
     */
    public static RulePack read(PackFile rules, PackFile rates) {
        var root = YamlSection.of(rules);
        var country = country(root);
        var version = root.parsed("version", PackReader::version, "must be a year and an edition, such as 2026.2");
        var currency = root.parsed("currency", Currency::getInstance, "must be an ISO 4217 code");
        var interest = interest(root.section("interest"), referenceRate(rates, country));
        var costs = costs(root.section("collectionCosts"), currency);
        var demand = root.section("collectionDemand");
        var deadline = rule(demand.section("deadline"), "days", PackReader::days);
        demand.end();
        var allocation = allocation(root);
        root.end();
        var id = country + "-" + version + "+" + hash(rules, rates);
        return new RulePack(country, version, id, currency, interest, costs, deadline, allocation);
    }

    static List<Country> countries(PackFile file) {
        var root = YamlSection.of(file);
        var countries = new ArrayList<Country>();
        for (var code : root.texts("countries")) {
            try {
                countries.add(new Country(code));
            } catch (IllegalArgumentException e) {
                throw root.refused("countries", "'" + code + "' is no country code");
            }
        }
        root.end();
        return countries;
    }

    private static Timeline<BigDecimal> referenceRate(PackFile file, Country country) {
        var root = YamlSection.of(file);
        if (!country(root).equals(country)) {
            throw root.refused("country", "must be " + country + " as in the rules");
        }
        var rate = timeline(root.section("referenceRate"), "percent", PackReader::percent);
        root.end();
        if (rate.periods().getLast().to().equals(LocalDate.MAX)) {
            throw root.refused("referenceRate", "the last period needs 'to': a rate is never in force for ever");
        }
        return rate;
    }

    private static InterestRules interest(YamlSection section, Timeline<BigDecimal> referenceRate) {
        var margins = new EnumMap<DebtorKind, Timeline<BigDecimal>>(DebtorKind.class);
        for (var entry : section.sections("margins")) {
            var debtors = entry.namesOf("debtors", DebtorKind.class);
            var margin = timeline(entry, "percentage points", PackReader::percent);
            assign(entry, margins, debtors, margin);
        }
        complete(section, "margins", margins);
        var rules = new InterestRules(
                referenceRate,
                margins,
                timeline(section.section("statutoryIsFloor"), "debtors", PackReader::debtors),
                rule(section.section("startAfterDemand"), "days", PackReader::days),
                rule(section.section("warningNeeded"), "debtors", PackReader::debtors),
                rule(
                        section.section("dayCount"),
                        "day count",
                        s -> s.parsed("value", PackReader::dayCount, "must be ACT/365 or ACT/ACT")),
                rule(section.section("accrualDays"), "accrual days", s -> s.oneOf("value", AccrualDays.class)),
                rule(section.section("rounding"), "rounding", PackReader::rounding));
        section.end();
        return rules;
    }

    private static Map<CollectionCost, CostRule> costs(YamlSection section, Currency currency) {
        var costs = new EnumMap<CollectionCost, CostRule>(CollectionCost.class);
        for (var cost : CollectionCost.values()) {
            var entry = section.section(cost.name());
            var debtors = Set.copyOf(entry.namesOf("debtors", DebtorKind.class));
            boolean mustBeAgreed = entry.parsed("mustBeAgreed", PackReader::yesOrNo, "must be true or false");
            var limit = timeline(entry, currency.getCurrencyCode(), s -> amount(s, currency));
            costs.put(cost, new CostRule(debtors, mustBeAgreed, limit));
        }
        section.end();
        return costs;
    }

    private static Map<DebtorKind, Rule<List<ClaimPart>>> allocation(YamlSection root) {
        var orders = new EnumMap<DebtorKind, Rule<List<ClaimPart>>>(DebtorKind.class);
        for (var entry : root.sections("allocation")) {
            var debtors = entry.namesOf("debtors", DebtorKind.class);
            var order = rule(entry, "order", s -> List.copyOf(s.namesOf("value", ClaimPart.class)));
            if (order.value().size() != ClaimPart.values().length) {
                throw entry.refused("value", "must name each of " + List.of(ClaimPart.values()) + " once");
            }
            assign(entry, orders, debtors, order);
        }
        complete(root, "allocation", orders);
        return orders;
    }

    /** The keys rule, unit, value, source and confidence. Takes the rest of the section and ends it. */
    private static <T> Rule<T> rule(YamlSection section, String unit, Function<YamlSection, T> value) {
        var ruleId = section.text("rule");
        requireUnit(section, unit);
        var rule = new Rule<>(ruleId, value.apply(section), section.text("source"), confidence(section, true));
        section.end();
        return rule;
    }

    /** The keys rule, unit and periods. Takes the rest of the section and ends it. */
    private static <T> Timeline<T> timeline(YamlSection section, String unit, Function<YamlSection, T> value) {
        var ruleId = section.text("rule");
        requireUnit(section, unit);
        var periods = new ArrayList<Period<T>>();
        for (var entry : section.sections("periods")) {
            var period = period(entry, value);
            if (!periods.isEmpty()) {
                requireNext(entry, periods.getLast(), period.from());
            }
            periods.add(period);
        }
        section.end();
        return new Timeline<>(ruleId, periods);
    }

    private static <T> Period<T> period(YamlSection entry, Function<YamlSection, T> value) {
        var from = entry.date("from");
        var to = entry.has("to") ? entry.date("to") : LocalDate.MAX;
        if (to.isBefore(from)) {
            throw entry.refused("to", to + " is before " + from);
        }
        Optional<T> read = entry.takeIfText("value", UNKNOWN) ? Optional.empty() : Optional.of(value.apply(entry));
        var period = new Period<>(from, to, read, entry.text("source"), confidence(entry, read.isPresent()));
        entry.end();
        return period;
    }

    private static void requireNext(YamlSection entry, Period<?> before, LocalDate from) {
        if (before.to().equals(LocalDate.MAX)) {
            throw entry.refused("follows a period that has no 'to'");
        }
        var expected = before.to().plusDays(1);
        if (from.isBefore(expected)) {
            throw entry.refused("from", "overlaps: the period before lasts through " + before.to());
        }
        if (from.isAfter(expected)) {
            throw entry.refused("from", "leaves a gap: nothing is said from " + expected);
        }
    }

    private static void requireUnit(YamlSection section, String unit) {
        var given = section.text("unit");
        if (!given.equals(unit)) {
            throw section.refused("unit", "must be '" + unit + "', not '" + given + "'");
        }
    }

    private static Confidence confidence(YamlSection section, boolean known) {
        var text = section.text("confidence");
        for (var confidence : Confidence.values()) {
            if (confidence.name().equals(text.toUpperCase(Locale.ROOT)) && (confidence == Confidence.UNSURE) != known) {
                return confidence;
            }
        }
        throw section.refused(
                "confidence",
                known
                        ? "must be certain, likely or convention, not '" + text + "' (write an unsure value as unknown)"
                        : "must be unsure where the value is unknown");
    }

    private static <T> void assign(YamlSection entry, Map<DebtorKind, T> map, List<DebtorKind> debtors, T value) {
        for (var debtor : debtors) {
            if (map.put(debtor, value) != null) {
                throw entry.refused("debtors", debtor + " already has an entry");
            }
        }
    }

    private static void complete(YamlSection section, String key, Map<DebtorKind, ?> map) {
        for (var debtor : ALL_DEBTORS) {
            if (!map.containsKey(debtor)) {
                throw section.refused(key, "has no entry for " + debtor);
            }
        }
    }

    private static Country country(YamlSection root) {
        return root.parsed("country", Country::new, "must be a country code");
    }

    private static BigDecimal percent(YamlSection entry) {
        var percent = entry.decimal("value");
        if (percent.abs().compareTo(BigDecimal.valueOf(100)) > 0) {
            throw entry.refused("value", percent + " per cent is no rate");
        }
        return percent.movePointLeft(2).stripTrailingZeros();
    }

    private static Money amount(YamlSection entry, Currency currency) {
        try {
            var amount = Money.ofMajor(entry.decimal("value"), currency, RoundingMode.UNNECESSARY);
            if (amount.isNegative()) {
                throw entry.refused("value", "must not be negative");
            }
            return amount;
        } catch (ArithmeticException e) {
            throw entry.refused("value", "must be a number of " + currency + " with its usual decimals");
        }
    }

    private static Integer days(YamlSection entry) {
        int days = entry.wholeNumber("value");
        if (days < 1 || days > 366) {
            throw entry.refused("value", "must be 1 to 366 days, not " + days);
        }
        return days;
    }

    private static Set<DebtorKind> debtors(YamlSection entry) {
        return Set.copyOf(entry.namesOf("value", DebtorKind.class));
    }

    private static RoundingMode rounding(YamlSection entry) {
        var rounding = entry.oneOf("value", RoundingMode.class);
        if (rounding == RoundingMode.UNNECESSARY) {
            throw entry.refused("value", "must say how to round");
        }
        return rounding;
    }

    private static DayCount dayCount(String text) {
        for (var dayCount : DayCount.values()) {
            if (dayCount.toString().equals(text)) {
                return dayCount;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String version(String text) {
        if (!text.matches("\\d{4}\\.\\d{1,3}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** Twelve hex digits over both texts; line ends do not count. */
    private static String hash(PackFile rules, PackFile rates) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var file : List.of(rules, rates)) {
                sha.update(file.text().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
