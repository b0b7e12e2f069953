package org.reskontra.contracts;

import java.util.UUID;

/** A credit note, which says that part or all of an invoice was never owed. */
public record CreditNoteId(UUID value) implements Identifier {

    public static CreditNoteId of(String uuid) {
        return new CreditNoteId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
