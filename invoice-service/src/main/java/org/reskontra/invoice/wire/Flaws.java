package org.reskontra.invoice.wire;

import java.util.List;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;

/** Flaws as they are written on the wire. */
public final class Flaws {

    private Flaws() {}

    /** 400 that names each flaw. */
    public static Problem problem(List<Flaw> flaws) {
        return Problem.invalid(flaws.stream()
                .map(flaw -> new FieldError(flaw.pointer(), flaw.code(), flaw.detail()))
                .toList());
    }
}
