package org.reskontra.rulebook;

/**
 * What a fact is about: the same question in every country, with an answer of the same unit.
 *
 * @param name such as {@code late-interest.margin}: the subject, which names the file, and the question
 * @param dated false: a convention that must be known and holds whatever the day
 */
public record FactKey<T>(String name, Unit<T> unit, boolean dated) {

    static <T> FactKey<T> dated(String name, Unit<T> unit) {
        return new FactKey<>(name, unit, true);
    }

    static <T> FactKey<T> always(String name, Unit<T> unit) {
        return new FactKey<>(name, unit, false);
    }

    /** The part before the first point: {@code late-interest}. */
    public String subject() {
        return name.substring(0, name.indexOf('.'));
    }

    @Override
    public String toString() {
        return name;
    }
}
