package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What every case knows, whatever state it is in.
 *
 * @param resumedOn the last day on which it became known that money of an ended case was taken back; no wait starts
 *     before it
 */
public record CaseFile(Terms terms, Standing standing, Reminders reminders, Optional<LocalDate> resumedOn) {

    CaseFile with(Standing newStanding) {
        return new CaseFile(terms, newStanding, reminders, resumedOn);
    }

    CaseFile with(Reminders newReminders) {
        return new CaseFile(terms, standing, newReminders, resumedOn);
    }

    CaseFile resumed(LocalDate on) {
        return new CaseFile(terms, standing, reminders, Optional.of(on));
    }

    /** Whether anything is owed as the ledger last told it. */
    public boolean owesMoney() {
        return standing.owed().total().isPositive();
    }

    /** Whether a letter of that step may have left while the case was ended. */
    boolean mayHaveBeenSent(int step) {
        return resumedOn.isPresent() && step == reminders.sent() + 1;
    }
}
