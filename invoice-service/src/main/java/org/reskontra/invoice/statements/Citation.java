package org.reskontra.invoice.statements;

import java.time.LocalDate;
import java.util.Optional;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.AllocationFacts;
import org.reskontra.rulebook.Fact;
import org.reskontra.rulebook.RulePack;

/**
 * What an entry rests on.
 *
 * @param rule such as {@code SE-FEE-1}; what the posting books, where no rule is about it
 * @param source the act and section; the ledger, where no rule is about it
 */
record Citation(String rule, String source) {

    /** The source of what no rule is about. */
    static final String LEDGER = "the creditor's ledger";

    static Citation of(RulePack law, DebtorKind debtor, Posted entry) {
        var order = entry.payment().isPresent() ? law.fact(AllocationFacts.ORDER, debtor) : Optional.<Fact<?>>empty();
        return entry.ruleId()
                .map(rule -> new Citation(rule, source(law, debtor, rule, entry.on())))
                .or(() -> order.map(fact -> new Citation(fact.rule(), source(fact, entry.on()))))
                .orElse(new Citation(entry.kind(), LEDGER));
    }

    private static String source(RulePack law, DebtorKind debtor, String rule, LocalDate day) {
        return law.facts().stream()
                .filter(fact -> fact.rule().equals(rule) && fact.debtors().contains(debtor))
                .findFirst()
                .map(fact -> source(fact, day))
                .orElse(LEDGER);
    }

    private static String source(Fact<?> fact, LocalDate day) {
        return fact.timeline().on(day).source();
    }
}
