package org.reskontra.rulebook;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** One dated question about each constant of an enum: {@code collection-costs.reminder.maximum} for a reminder. */
final class FactKeys<E extends Enum<E>, T> {

    private final Map<E, FactKey<T>> keys;

    /**
     * The keys {@code <subject>.<constant>.<question>}.
     *
     * @param about the constants are written in lower case with hyphens
     */
    FactKeys(String subject, Class<E> about, String question, Unit<T> unit) {
        keys = new EnumMap<>(about);
        for (var constant : about.getEnumConstants()) {
            var written = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            keys.put(constant, FactKey.dated(subject + "." + written + "." + question, unit));
        }
    }

    FactKey<T> of(E constant) {
        return Objects.requireNonNull(keys.get(constant));
    }

    Collection<FactKey<T>> all() {
        return keys.values();
    }
}
