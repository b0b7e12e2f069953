package org.reskontra.rulebook;

/**
 * A day of the year on which nobody need pay.
 *
 * @param name in English
 */
public record Holiday(String name, YearlyDay on) {

    @Override
    public String toString() {
        return name;
    }
}
