package org.reskontra.rulebook;

/** A rule pack is wrong. The message names the file, the place in it and the reason. */
public final class PackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackRefused(String file, String place, String reason) {
        super(file + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
    }
}
