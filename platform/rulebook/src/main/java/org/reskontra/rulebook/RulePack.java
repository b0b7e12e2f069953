package org.reskontra.rulebook;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;

/** The law of one country, as the strict reader accepted it. Immutable. */
public final class RulePack {

    private final Country country;
    private final String version;
    private final String id;
    private final Currency currency;
    private final boolean inUse;
    private final List<Fact<?>> facts;
    private final Map<FactKey<?>, Map<DebtorKind, Fact<?>>> byQuestion = new HashMap<>();
    private final Map<DebtorKind, InterestRules> interest = new EnumMap<>(DebtorKind.class);
    private final Map<DebtorKind, CostRules> costs = new EnumMap<>(DebtorKind.class);

    RulePack(Country country, String version, String id, Currency currency, boolean inUse, List<Fact<?>> facts) {
        this.country = country;
        this.version = version;
        this.id = id;
        this.currency = currency;
        this.inUse = inUse;
        this.facts = List.copyOf(facts);
        for (var fact : facts) {
            var byDebtor = byQuestion.computeIfAbsent(fact.key(), _ -> new EnumMap<>(DebtorKind.class));
            fact.debtors().forEach(debtor -> byDebtor.put(debtor, fact));
        }
        for (var debtor : DebtorKind.values()) {
            interest.put(debtor, InterestRules.of(this, debtor));
            costs.put(debtor, CostRules.of(this, debtor));
        }
    }

    public Country country() {
        return country;
    }

    /** What people call this edition. */
    public String version() {
        return version;
    }

    /**
     * Country, version and content hash, such as {@code SE-2026.3+1f0c…}; calculations carry it, so that a figure can be
     * recomputed years later with the very text that produced it.
     */
    public String id() {
        return id;
    }

    /** That of the statutory amounts. */
    public Currency currency() {
        return currency;
    }

    /** Whether invoices are taken in under this law; the calculators answer for every pack. */
    public boolean inUse() {
        return inUse;
    }

    /** Everything the pack says, in the order of its files. */
    public List<Fact<?>> facts() {
        return facts;
    }

    /** What is said of that kind of debtor; empty where the pack does not speak of it. */
    @SuppressWarnings("unchecked") // a fact is kept under its own key
    public <T> Optional<Fact<T>> fact(FactKey<T> key, DebtorKind debtor) {
        var byDebtor = byQuestion.get(key);
        @Nullable Fact<?> fact = byDebtor == null ? null : byDebtor.get(debtor);
        return Optional.ofNullable((Fact<T>) fact);
    }

    /** What is said day by day; no periods where the pack does not speak of it. */
    public <T> Timeline<T> timeline(FactKey<T> key, DebtorKind debtor) {
        return fact(key, debtor)
                .map(Fact::timeline)
                .orElseGet(() -> new Timeline<>(country + " " + key.name(), List.of()));
    }

    /** What is said of a day; a period without a value where the pack does not speak of it. */
    public <T> Period<T> on(FactKey<T> key, DebtorKind debtor, LocalDate day) {
        return timeline(key, debtor).on(day);
    }

    /** A convention, with its rule; empty where the pack does not speak of it. */
    public <T> Optional<Rule<T>> convention(FactKey<T> key, DebtorKind debtor) {
        return fact(key, debtor).map(fact -> {
            var period = fact.timeline().periods().getFirst();
            return new Rule<>(fact.rule(), period.value().orElseThrow(), period.source(), period.confidence());
        });
    }

    /** The rules on late interest; unknown from the first day to the last where the pack does not speak of them. */
    public InterestRules interest(DebtorKind debtor) {
        return Objects.requireNonNull(interest.get(debtor));
    }

    /** The rules on the costs of collection. */
    public CostRules costs(DebtorKind debtor) {
        return Objects.requireNonNull(costs.get(debtor));
    }
}
