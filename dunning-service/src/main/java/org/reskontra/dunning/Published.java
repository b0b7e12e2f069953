package org.reskontra.dunning;

import java.util.List;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.DunningEvent.Channel;
import org.reskontra.contracts.DunningEvent.DunningResumed;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderUndeliverable;
import org.reskontra.contracts.DunningEvent.ResumeReason;
import org.reskontra.contracts.DunningEvent.StopReason;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.dunning.ladder.CaseEvent.AddressRenewed;
import org.reskontra.dunning.ladder.CaseEvent.ClaimHandedOver;
import org.reskontra.dunning.ladder.CaseEvent.DueDatePassed;
import org.reskontra.dunning.ladder.CaseEvent.HandOverRestored;
import org.reskontra.dunning.ladder.CaseEvent.Opened;
import org.reskontra.dunning.ladder.CaseEvent.ReminderDecided;
import org.reskontra.dunning.ladder.CaseEvent.ReminderSent;
import org.reskontra.dunning.ladder.CaseEvent.ReminderUndelivered;
import org.reskontra.dunning.ladder.CaseEvent.Resumed;
import org.reskontra.dunning.ladder.CaseEvent.Settled;
import org.reskontra.dunning.ladder.CaseEvent.StandingCorrected;
import org.reskontra.dunning.ladder.CaseEvent.StandingNoted;
import org.reskontra.dunning.ladder.CaseFile;

/** What the world is told of what happens to a case. Our own events may change; these are promises. */
public final class Published {

    private Published() {}

    /**
     * The published events of one of ours.
     *
     * @param file as it stands after the event
     * @param invoiceVersion aggregate version of the newest invoice event that the case has seen
     */
    public static List<DunningEvent> from(CaseFile file, long invoiceVersion, CaseEvent event) {
        var terms = file.terms();
        return switch (event) {
            case Opened _, DueDatePassed _, StandingNoted _, StandingCorrected _, ReminderDecided _, AddressRenewed _ ->
                List.of();
            case ReminderSent e ->
                List.of(new DunningEvent.ReminderSent(
                        terms.invoice(),
                        terms.customer(),
                        e.step(),
                        Channel.EMAIL,
                        e.on(),
                        e.letter().payBy(),
                        e.letter().fee(),
                        e.letter().feeRule(),
                        e.letter().id(),
                        e.letter().asked()));
            case ReminderUndelivered e ->
                List.of(new ReminderUndeliverable(
                        terms.invoice(), terms.customer(), e.step(), Channel.EMAIL, e.on(), e.reason()));
            case Settled e ->
                List.of(new DunningStopped(terms.invoice(), terms.customer(), StopReason.SETTLED, e.on()));
            case Resumed e ->
                List.of(new DunningResumed(terms.invoice(), terms.customer(), ResumeReason.PAYMENT_TAKEN_BACK, e.on()));
            case HandOverRestored _ -> List.of(); // collection hears of the payment itself
            case ClaimHandedOver e -> List.of(handedOver(file, invoiceVersion, e));
        };
    }

    private static HandedToCollection handedOver(CaseFile file, long invoiceVersion, ClaimHandedOver e) {
        var terms = file.terms();
        return new HandedToCollection(
                terms.invoice(),
                terms.customer(),
                terms.country(),
                terms.debtor(),
                terms.number(),
                terms.paymentReference(),
                terms.issueDate(),
                terms.dueDate(),
                e.on(),
                e.claim(),
                invoiceVersion,
                e.interestThrough(),
                terms.interest(),
                file.reminders().sent(),
                file.reminders().last().orElseThrow());
    }
}
