package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;

/**
 * When a case is reminded and when it is handed over. Waits are whole days and run from the step really taken: the
 * first from the due date, each later one from the day the reminder before it was sent.
 *
 * @param country whose debtors it is for
 * @param movesDueDatesOffWeekends whether a due date on a Saturday or Sunday counts as the Monday after it
 * @param reminders in order, 1 to {@value #MOST_REMINDERS}; never empty, because nobody is handed over unreminded
 * @param handOverAfterDays from the last reminder to the hand-over, 1 to {@value #LONGEST_WAIT}
 */
public record Policy(
        PolicyRef ref,
        Country country,
        boolean movesDueDatesOffWeekends,
        List<Reminder> reminders,
        int handOverAfterDays) {

    static final int MOST_REMINDERS = 3;
    static final int LONGEST_WAIT = 90;

    /**
     * One reminder.
     *
     * @param afterDays days after the due date (the first) or after the reminder before it, 1 to
     *     {@value Policy#LONGEST_WAIT}
     * @param fee what the creditor wants for it, if agreed; the law of the day it is sent may allow less
     * @param payWithinDays from the day it is sent to its pay-by date, at least 1 and no longer than the wait for the
     *     next step, so that nothing happens before the date the debtor was given
     */
    public record Reminder(int afterDays, Money fee, int payWithinDays) {}

    /** Throws {@link InvalidPolicy} with every fault. */
    public Policy {
        reminders = List.copyOf(reminders);
        var faults = faults(ref, reminders, handOverAfterDays);
        if (!faults.isEmpty()) {
            throw new InvalidPolicy(ref, faults);
        }
    }

    /**
     * The reminder of a step.
     *
     * @param step 1 for the first reminder
     */
    public Reminder reminder(int step) {
        return reminders.get(step - 1);
    }

    /** The day the waits start to run from before anything was sent. */
    LocalDate countsFrom(LocalDate due) {
        if (!movesDueDatesOffWeekends) {
            return due;
        }
        return switch (due.getDayOfWeek()) {
            case SATURDAY -> due.plusDays(2);
            case SUNDAY -> due.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> due;
        };
    }

    private static List<String> faults(PolicyRef ref, List<Reminder> reminders, int handOverAfterDays) {
        var faults = new ArrayList<String>();
        if (!ref.id().matches("[a-z][a-z0-9-]{0,39}")) {
            faults.add("its id must be 1 to 40 lower-case letters, digits and dashes");
        }
        if (ref.version() < 1) {
            faults.add("its version must be 1 or more");
        }
        if (reminders.isEmpty()) {
            faults.add("it must remind at least once before it hands over");
        }
        if (reminders.size() > MOST_REMINDERS) {
            faults.add("it must not remind more than " + MOST_REMINDERS + " times");
        }
        if (outside(handOverAfterDays, LONGEST_WAIT)) {
            faults.add("handOverAfterDays must be 1 to " + LONGEST_WAIT);
        }
        for (int step = 1; step <= reminders.size(); step++) {
            var reminder = reminders.get(step - 1);
            int nextWait = step < reminders.size() ? reminders.get(step).afterDays() : handOverAfterDays;
            for (var fault : faultsOf(reminder, nextWait)) {
                faults.add("reminder " + step + ": " + fault);
            }
        }
        return faults;
    }

    private static List<String> faultsOf(Reminder reminder, int nextWait) {
        var faults = new ArrayList<String>();
        if (outside(reminder.afterDays(), LONGEST_WAIT)) {
            faults.add("afterDays must be 1 to " + LONGEST_WAIT);
        }
        if (outside(reminder.payWithinDays(), nextWait)) {
            faults.add("payWithinDays must be 1 to " + nextWait + ", the wait for the step after it");
        }
        if (reminder.fee().isNegative()) {
            faults.add("its fee must not be negative");
        }
        return faults;
    }

    private static boolean outside(int days, int most) {
        return days < 1 || days > most;
    }
}
