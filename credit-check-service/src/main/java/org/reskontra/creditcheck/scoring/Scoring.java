package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.reskontra.contracts.Money;

/** Answers requests for credit by a policy. Same policy and request, same answer. */
public final class Scoring {

    /** The reason of an approval. */
    public static final String WITHIN_LIMIT = "WITHIN_LIMIT";

    /** The amount is not in the policy's currency, so none of its thresholds fits. */
    public static final String OTHER_CURRENCY = "OTHER_CURRENCY";

    /** What is owed in other currencies is not counted against the limit. */
    public static final String OWES_IN_OTHER_CURRENCY = "OWES_IN_OTHER_CURRENCY";

    static final Set<String> OWN_REASONS = Set.of(WITHIN_LIMIT, OTHER_CURRENCY, OWES_IN_OTHER_CURRENCY);

    private Scoring() {}

    private record Finding(String reason, Verdict verdict, BigDecimal share) {}

    public static CreditDecision decide(CreditPolicy policy, CreditRequest request) {
        var currency = request.amount().currency();
        if (!currency.equals(policy.currency())) {
            var nothing = Money.zero(currency);
            return decision(policy, request, nothing, List.of(finding(OTHER_CURRENCY, Verdict.REFER)));
        }
        var limit = policy.limitFor(request.behaviour());
        var findings = new ArrayList<Finding>();
        for (var rule : policy.rules()) {
            if (rule.when().holds(request, limit)) {
                var answer = rule.answer();
                findings.add(new Finding(rule.code(), answer.verdict(), answer.share(request, limit)));
            }
        }
        if (request.owesInOtherCurrencies()) {
            findings.add(finding(OWES_IN_OTHER_CURRENCY, Verdict.REFER));
        }
        if (findings.isEmpty()) {
            findings.add(finding(WITHIN_LIMIT, Verdict.APPROVE));
        }
        return decision(policy, request, limit, findings);
    }

    private static Finding finding(String reason, Verdict verdict) {
        return new Finding(reason, verdict, BigDecimal.ZERO);
    }

    private static CreditDecision decision(
            CreditPolicy policy, CreditRequest request, Money limit, List<Finding> findings) {
        var worstFirst = findings.stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .toList();
        var verdict = worstFirst.getFirst().verdict();
        var share = worstFirst.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::share)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new CreditDecision(
                verdict,
                limit,
                share,
                worstFirst.stream().map(Finding::reason).toList(),
                request.on().plusDays(policy.validDays()));
    }
}
