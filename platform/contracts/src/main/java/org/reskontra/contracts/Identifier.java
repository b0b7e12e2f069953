package org.reskontra.contracts;

import java.util.UUID;

/** A typed identifier. On the wire: the UUID as a string. */
public interface Identifier {

    UUID value();
}
