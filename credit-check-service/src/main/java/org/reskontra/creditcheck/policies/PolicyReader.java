package org.reskontra.creditcheck.policies;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.scoring.Answer;
import org.reskontra.creditcheck.scoring.Condition;
import org.reskontra.creditcheck.scoring.CreditPolicy;
import org.reskontra.creditcheck.scoring.LimitTier;
import org.reskontra.creditcheck.scoring.PolicyRefused;
import org.reskontra.creditcheck.scoring.PolicyRule;
import org.reskontra.creditcheck.scoring.Verdict;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads policies from YAML, strictly: whatever it does not understand, it refuses. */
final class PolicyReader {

    // Scalars stay text until they are wanted as numbers, so that no amount passes through a binary fraction.
    private static final LoadSettings AS_TEXT =
            LoadSettings.builder().setSchema(new FailsafeSchema()).build();

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PolicyReader() {}

    /**
     * Reads a policy.
     *
     * @throws PolicyRefused naming the place
     */
    static CreditPolicy read(String yaml) {
        if (yaml.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
            throw new PolicyRefused("text", "is empty");
        }
        try {
            var document = new Load(AS_TEXT).loadFromString(yaml);
            return policy(STRICT.convertValue(document, PolicyDocument.class));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new PolicyRefused("text", e);
        }
    }

    private static CreditPolicy policy(@Nullable PolicyDocument document) {
        var whole = required("document", "content", document);
        var currency = Currency.getInstance(required("document", "currency", whole.currency()));
        return new CreditPolicy(
                required("document", "id", whole.id()),
                currency,
                required("document", "validDays", whole.validDays()),
                listed("limits", whole.limits()).stream()
                        .map(limit -> limit(limit, currency))
                        .toList(),
                listed("rules", whole.rules()).stream()
                        .map(rule -> rule(rule, currency))
                        .toList());
    }

    private static LimitTier limit(PolicyDocument.Limit limit, Currency currency) {
        var name = required("limits", "name", limit.name());
        return new LimitTier(
                name,
                money("limit " + name, required("limit " + name, "limit", limit.limit()), currency),
                limit.settledAtLeast(),
                limit.lateShareAtMost(),
                limit.averageDaysLateAtMost());
    }

    private static PolicyRule rule(PolicyDocument.Rule rule, Currency currency) {
        var code = required("rules", "code", rule.code());
        var where = "rule " + code;
        var when = required(where, "when", rule.when());
        var amountAbove = when.amountAbove();
        return new PolicyRule(
                code,
                new Condition(
                        amountAbove == null ? null : money(where, amountAbove, currency),
                        when.utilisationAbove(),
                        when.lateShareAbove(),
                        when.averageDaysLateAbove(),
                        when.daysOverdueAbove(),
                        when.atCollectionAtLeast(),
                        when.settledAtLeast(),
                        when.settledBelow()),
                answer(where, Verdict.valueOf(required(where, "answer", rule.answer())), rule.share()));
    }

    private static Answer answer(String where, Verdict verdict, @Nullable String share) {
        if (verdict == Verdict.PREPAY) {
            var part = required(where, "share", share);
            return part.equals("excess") ? new Answer.PrepayTheExcess() : new Answer.Prepay(new BigDecimal(part));
        }
        if (share != null) {
            throw new PolicyRefused(where, "a share goes with PREPAY only");
        }
        return new Answer.Plain(verdict);
    }

    private static Money money(String where, BigDecimal major, Currency currency) {
        try {
            return Money.ofMajor(major, currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new PolicyRefused(where, major + " is not an amount of " + currency);
        }
    }

    private static <T> List<T> listed(String name, @Nullable List<T> list) {
        var all = required("document", name, list);
        if (all.stream().anyMatch(Objects::isNull)) {
            throw new PolicyRefused(name, "has an empty entry");
        }
        return all;
    }

    private static <T> T required(String where, String name, @Nullable T value) {
        if (value == null) {
            throw new PolicyRefused(where, name + " is missing");
        }
        return value;
    }
}
