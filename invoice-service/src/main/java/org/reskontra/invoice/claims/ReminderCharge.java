package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.Money;

/**
 * The fee of a reminder that was sent.
 *
 * @param step 1 for the first reminder
 * @param on the day it was sent
 * @param ruleId the rule that allows it
 * @param withdrawn true: the reminder went out and its fee is not owed
 */
public record ReminderCharge(int step, Money fee, LocalDate on, String ruleId, boolean withdrawn) implements Fact {

    ReminderCharge taken() {
        return new ReminderCharge(step, fee, on, ruleId, true);
    }

    ReminderCharge owed() {
        return new ReminderCharge(step, fee, on, ruleId, false);
    }
}
