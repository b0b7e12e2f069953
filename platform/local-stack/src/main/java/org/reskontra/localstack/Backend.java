package org.reskontra.localstack;

import java.util.Locale;

/** Where PostgreSQL and Kafka come from. */
public enum Backend {
    /** Child processes of this one, from binaries and jars that Maven fetched. */
    EMBEDDED,
    /** Containers, through Testcontainers; needs a Docker engine. */
    CONTAINERS,
    /** Servers that run already, named by environment variables; see {@link ExternalServers}. */
    EXTERNAL;

    /** The system property that tests read. */
    public static final String PROPERTY = "reskontra.backend";

    /** The backend of a {@link #word()}. */
    public static Backend ofName(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown backend " + name + ": embedded, containers or external", e);
        }
    }

    /** As in options and in run.json. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
