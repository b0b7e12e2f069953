package org.reskontra.dunning.ladder;

import java.time.LocalDate;

/**
 * What the ladder will do if nothing changes before.
 *
 * @param step of the reminder; for the hand-over the number of the last reminder before it
 */
public record NextStep(Action action, int step, LocalDate on) {

    /** What a step is. */
    public enum Action {
        REMIND,
        HAND_OVER
    }
}
