package org.reskontra.invoice;

import java.util.Optional;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.DunningEvent.DunningResumed;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.DunningEvent.ReminderUndeliverable;
import org.reskontra.invoice.claims.ClaimCommand;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;

/** What the news from dunning asks of a claim. */
public final class Heard {

    private Heard() {}

    /** The command; empty when the claim stays as it is. */
    public static Optional<ClaimCommand> command(DunningEvent event) {
        return switch (event) {
            case ReminderSent e -> Optional.of(new ChargeReminder(e.step(), e.fee(), e.sentOn()));
            case HandedToCollection e -> Optional.of(new HandOver(e.handedOverOn()));
            case ReminderUndeliverable _, DunningStopped _, DunningResumed _ -> Optional.empty();
        };
    }
}
