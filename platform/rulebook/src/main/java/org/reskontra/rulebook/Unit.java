package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reskontra.contracts.Money;

/** What a value of a fact counts: how a pack writes it, and which values there can be. */
public final class Unit<T> {

    /** A yearly rate: {@code 2.5} is the fraction 0.025. */
    public static final Unit<BigDecimal> PERCENT = rate("percent");

    /** What is added to a yearly rate: {@code 8} is the fraction 0.08. */
    public static final Unit<BigDecimal> PERCENTAGE_POINTS = rate("percentage points");

    /** 0 to 366 days. */
    public static final Unit<Integer> DAYS = number("days", 366);

    /** 0 to 100 years. */
    public static final Unit<Integer> YEARS = number("years", 100);

    /** 0 to 100 times. */
    public static final Unit<Integer> TIMES = number("times", 100);

    public static final Unit<Boolean> YES_OR_NO = new Unit<>(
            _ -> "yes or no",
            (entry, key, _) -> entry.parsed(key, Unit::yesOrNo, "must be yes or no"),
            value -> value ? "yes" : "no");

    /** An amount in the pack's currency, not negative; the unit is written as the currency's code. */
    public static final Unit<Money> AMOUNT = new Unit<>(Currency::getCurrencyCode, Unit::amount, Money::toString);

    /** Amounts by the size of the principal, or one for all; the unit is written {@code SEK by principal}. */
    public static final Unit<Tiers<Money>> AMOUNT_BY_PRINCIPAL = byPrincipal(AMOUNT);

    /** How often, by the size of the principal. */
    public static final Unit<Tiers<Integer>> TIMES_BY_PRINCIPAL = byPrincipal(TIMES);

    public static final Unit<List<String>> TEXTS = new Unit<>(
            _ -> "texts", (entry, key, _) -> List.copyOf(entry.texts(key)), texts -> String.join(", ", texts));

    private static final String UNKNOWN = "unknown";

    /** Reads the value under a key. */
    @FunctionalInterface
    interface Reader<T> {
        T read(YamlSection entry, String key, Currency currency);
    }

    private final Function<Currency, String> name;
    private final Reader<T> reader;
    private final Function<T, String> writer;

    Unit(Function<Currency, String> name, Reader<T> reader, Function<T, String> writer) {
        this.name = name;
        this.reader = reader;
        this.writer = writer;
    }

    /** One of the constants, under a name of its own. */
    static <E extends Enum<E>> Unit<E> oneOf(String name, Class<E> type) {
        return new Unit<>(_ -> name, (entry, key, _) -> entry.oneOf(key, type), Enum::toString);
    }

    /** Some of the constants in an order, each at most once. */
    static <E extends Enum<E>> Unit<List<E>> listOf(String name, Class<E> type) {
        return new Unit<>(
                _ -> name,
                (entry, key, _) -> List.copyOf(entry.namesOf(key, type)),
                values -> values.stream().map(Enum::toString).collect(Collectors.joining(", ")));
    }

    /** A unit whose values are read from one text; {@code parse} throws {@link IllegalArgumentException}. */
    static <T> Unit<T> parsed(String name, Function<String, T> parse, String reason) {
        return new Unit<>(_ -> name, (entry, key, _) -> entry.parsed(key, parse, reason), String::valueOf);
    }

    /** As a pack of that currency writes it. */
    public String name(Currency currency) {
        return name.apply(currency);
    }

    /** A value for people to read. */
    public String write(T value) {
        return writer.apply(value);
    }

    T read(YamlSection entry, String key, Currency currency) {
        return reader.read(entry, key, currency);
    }

    private static Unit<BigDecimal> rate(String name) {
        return new Unit<>(_ -> name, (entry, key, _) -> fraction(entry, key), Unit::percent);
    }

    private static BigDecimal fraction(YamlSection entry, String key) {
        var percent = entry.decimal(key);
        if (percent.abs().compareTo(BigDecimal.valueOf(100)) > 0) {
            throw entry.refused(key, percent + " per cent is no rate");
        }
        return percent.movePointLeft(2).stripTrailingZeros();
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static Unit<Integer> number(String name, int most) {
        return new Unit<>(
                _ -> name,
                (entry, key, _) -> {
                    int number = entry.wholeNumber(key);
                    if (number < 0 || number > most) {
                        throw entry.refused(key, "must be 0 to " + most + " " + name + ", not " + number);
                    }
                    return number;
                },
                String::valueOf);
    }

    private static Money amount(YamlSection entry, String key, Currency currency) {
        try {
            var amount = Money.ofMajor(entry.decimal(key), currency, RoundingMode.UNNECESSARY);
            if (amount.isNegative()) {
                throw entry.refused(key, "must not be negative");
            }
            return amount;
        } catch (ArithmeticException e) {
            throw entry.refused(key, "must be a number of " + currency + " with its usual decimals");
        }
    }

    private static <T> Unit<Tiers<T>> byPrincipal(Unit<T> each) {
        return new Unit<>(
                currency -> each.name(currency) + " by principal",
                (entry, key, currency) -> entry.hasList(key)
                        ? tiers(entry, key, currency, each)
                        : Tiers.flat(each.read(entry, key, currency)),
                tiers -> tiers.tiers().stream()
                        .map(tier -> tier.value().map(each::write).orElse(UNKNOWN)
                                + tier.upTo().map(limit -> " up to " + limit).orElse(""))
                        .collect(Collectors.joining(", ")));
    }

    private static <T> Tiers<T> tiers(YamlSection entry, String key, Currency currency, Unit<T> each) {
        var tiers = new ArrayList<Tiers.Tier<T>>();
        for (var line : entry.sections(key)) {
            var upTo = line.has("upTo") ? Optional.of(AMOUNT.read(line, "upTo", currency)) : Optional.<Money>empty();
            Optional<T> value =
                    line.takeIfText("is", UNKNOWN) ? Optional.empty() : Optional.of(each.read(line, "is", currency));
            if (!tiers.isEmpty()) {
                requireHigher(line, tiers.getLast().upTo(), upTo);
            }
            tiers.add(new Tiers.Tier<>(upTo, value));
            line.end();
        }
        if (tiers.getLast().upTo().isPresent()) {
            throw entry.refused(key, "the last tier has a limit: nothing is said above it");
        }
        return new Tiers<>(tiers);
    }

    private static void requireHigher(YamlSection line, Optional<Money> before, Optional<Money> upTo) {
        var limit = before.orElseThrow(() -> line.refused("follows a tier without a limit"));
        if (upTo.isPresent() && upTo.get().compareTo(limit) <= 0) {
            throw line.refused("upTo", "must be above the tier before, " + limit);
        }
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
