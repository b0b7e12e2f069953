package org.reskontra.collection.channels;

import io.smallrye.mutiny.Uni;

/** Carries a letter to a debtor. */
interface Channel {

    /** Tries once. The same letter may be tried again: the receiving side can tell by its id. Never fails. */
    Uni<Outcome> send(Outgoing letter);
}
