package org.reskontra.rulebook;

/** A rule pack is wrong. The message names the file, the line, the place in it and the reason. */
public final class PackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackRefused(String file, int line, String place, String reason) {
        super(file + ":" + line + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
    }

    /** For a file that is missing or wrong as a whole. */
    PackRefused(String file, String reason) {
        super(file + ": " + reason);
    }
}
