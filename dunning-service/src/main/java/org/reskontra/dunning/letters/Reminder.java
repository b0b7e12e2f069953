package org.reskontra.dunning.letters;

import java.time.LocalDate;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.ladder.CaseFile;
import org.reskontra.dunning.ladder.Owed;
import org.reskontra.dunning.ladder.Policy;
import org.reskontra.dunning.ladder.SentLetter;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.costs.FeeDecision;
import org.reskontra.rulebook.costs.ReminderFee;

/**
 * The figures and dates of one reminder, as they stand on the day it is sent.
 *
 * @param owed before this reminder's own fee
 * @param fee of this reminder
 * @param last whether the hand-over is the next step
 */
public record Reminder(
        CaseFile file, int step, LocalDate sentOn, LocalDate payBy, Owed owed, FeeDecision fee, boolean last) {

    /** The rule named when the claim is in another currency than the fee that the policy wants. */
    static final String FEE_IN_OTHER_CURRENCY = "DUN-FEE-OTHER-CURRENCY";

    /** The reminder of a step, sent on a day, under the law of that day. */
    public static Reminder of(CaseFile file, int step, LocalDate sentOn, Policy policy, RulePack law) {
        var wanted = policy.reminder(step);
        return new Reminder(
                file,
                step,
                sentOn,
                sentOn.plusDays(wanted.payWithinDays()),
                Owed.on(sentOn, file, law),
                fee(file, wanted.fee(), sentOn, law),
                step == policy.reminders().size());
    }

    /** Everything it asks for, its fee included. */
    public Outstanding asked() {
        var due = owed.amounts();
        return Outstanding.of(due.principal(), due.interest(), due.costs().plus(fee.fee()));
    }

    /** What the case keeps of it once it has been sent. */
    public SentLetter sentAs(LetterId id) {
        return new SentLetter(id, payBy, fee.fee(), fee.ruleId(), asked());
    }

    private static FeeDecision fee(CaseFile file, Money wanted, LocalDate sentOn, RulePack law) {
        var currency = file.terms().gross().currency();
        if (!wanted.currency().equals(currency)) {
            return new FeeDecision(
                    Money.zero(currency), FEE_IN_OTHER_CURRENCY, "the fee is set in " + wanted.currency());
        }
        return ReminderFee.decide(
                law, file.terms().debtor(), wanted, file.terms().reminderFeeAgreed(), sentOn);
    }
}
