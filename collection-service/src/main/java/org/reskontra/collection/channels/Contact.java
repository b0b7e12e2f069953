package org.reskontra.collection.channels;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a debtor.
 *
 * @param name null: we were told to forget the debtor
 * @param email null: no address is known
 * @param language ISO 639-1
 */
record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String language) {

    boolean canBeReached() {
        return name != null && email != null && !email.isBlank();
    }
}
