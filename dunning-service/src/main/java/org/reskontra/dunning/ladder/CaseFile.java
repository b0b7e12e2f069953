package org.reskontra.dunning.ladder;

/** What every case knows, whatever state it is in. */
public record CaseFile(Terms terms, Standing standing, Reminders reminders) {

    CaseFile with(Standing newStanding) {
        return new CaseFile(terms, newStanding, reminders);
    }

    CaseFile with(Reminders newReminders) {
        return new CaseFile(terms, standing, newReminders);
    }

    /** Whether anything is owed as the ledger last told it. */
    public boolean owesMoney() {
        return standing.owed().total().isPositive();
    }
}
