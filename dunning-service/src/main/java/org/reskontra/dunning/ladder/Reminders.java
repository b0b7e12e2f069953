package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The reminders that really went out.
 *
 * @param sent how many; also the last step taken
 * @param last the day the last of them was sent; empty when none was
 */
public record Reminders(int sent, Optional<LocalDate> last) {

    public static final Reminders NONE = new Reminders(0, Optional.empty());

    public Reminders {
        if (sent < 0 || sent > 0 != last.isPresent()) {
            throw new IllegalArgumentException(sent + " reminders cannot have been sent last on " + last);
        }
    }

    static Reminders sent(int step, LocalDate on) {
        return new Reminders(step, Optional.of(on));
    }

    boolean include(int step) {
        return step <= sent;
    }
}
