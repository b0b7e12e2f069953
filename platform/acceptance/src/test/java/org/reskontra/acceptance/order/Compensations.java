package org.reskontra.acceptance.order;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.invoice.claims.ClaimCommand;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.Credit;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimCommand.Issue;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.ReleaseExcess;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.WriteOff;
import org.reskontra.invoice.claims.ClaimEvent;
import org.reskontra.invoice.claims.ClaimEvent.Correction;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWithdrawn;

/**
 * Counts what was put right, and knows what the order of telling makes necessary at most: news told in its turn corrects
 * nothing; news told late can take back one fee for each reminder since, and for each payment since the interest posted
 * with it and what it covers.
 */
final class Compensations {

    private final List<LocalDate> paidOn = new ArrayList<>();
    private final List<LocalDate> remindedOn = new ArrayList<>();
    private int made;

    Compensations copy() {
        var copy = new Compensations();
        copy.paidOn.addAll(paidOn);
        copy.remindedOn.addAll(remindedOn);
        copy.made = made;
        return copy;
    }

    int made() {
        return made;
    }

    /** Checks what a command led to. */
    void check(ClaimCommand command, List<ClaimEvent> events) {
        switch (command) {
            case ReceivePayment c -> {
                long payments =
                        paidOn.stream().filter(day -> day.isAfter(c.on())).count();
                long reminders =
                        remindedOn.stream().filter(day -> !day.isBefore(c.on())).count();
                atMost(payments, reminders, command, events);
                paidOn.add(c.on());
            }
            case ChargeReminder c -> {
                long payments =
                        paidOn.stream().filter(day -> day.isAfter(c.sentOn())).count();
                atMost(payments, 0, command, events);
                remindedOn.add(c.sentOn());
            }
            case TakeBackPayment _ -> {} // what it may correct is its own specification's business
            case Issue _, HandOver _, ReleaseExcess _ -> atMost(0, 0, command, events);
            case Credit c -> throw new AssertionError("no scenario credits anything: " + c);
            case WriteOff c -> throw new AssertionError("no scenario gives anything up: " + c);
        }
        made += (int) events.stream().filter(Correction.class::isInstance).count();
    }

    private static void atMost(long payments, long reminders, ClaimCommand command, List<ClaimEvent> events) {
        assertTrue(count(events, ReminderFeeWithdrawn.class) <= reminders, () -> "needless after " + command + events);
        assertTrue(count(events, InterestWithdrawn.class) <= payments, () -> "needless after " + command + events);
        assertTrue(count(events, PaymentReallocated.class) <= payments, () -> "needless after " + command + events);
        for (var event : events) {
            if (event instanceof InterestWithdrawn(var on, var interest, var _)) {
                assertFalse(
                        events.stream()
                                .anyMatch(other -> other instanceof InterestPosted(var day, var posted)
                                        && day.equals(on)
                                        && posted.interest().equals(interest)),
                        () -> "withdrawn and posted again: " + events);
            }
            if (event instanceof PaymentReallocated moved) {
                assertFalse(moved.before().equals(moved.after()), () -> "moved nothing: " + events);
            }
        }
    }

    private static long count(List<ClaimEvent> events, Class<? extends ClaimEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }
}
