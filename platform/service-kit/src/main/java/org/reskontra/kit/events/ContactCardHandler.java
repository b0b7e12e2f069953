package org.reskontra.kit.events;

import io.smallrye.mutiny.Uni;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.CustomerId;
import org.reskontra.kit.db.Tx;

/** Keeps how to reach customers. A service that has this bean reads the restricted topic of contact cards. */
public interface ContactCardHandler {

    Uni<Void> put(Tx tx, ContactCard card);

    Uni<Void> erase(Tx tx, CustomerId customer);
}
