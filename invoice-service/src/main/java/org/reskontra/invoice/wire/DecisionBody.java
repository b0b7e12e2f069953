package org.reskontra.invoice.wire;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.flaws.Flaw;

/** What to say with a decision. */
@Schema(name = "Decision")
public record DecisionBody(@Nullable @Size(max = 500) String note) {

    /**
     * What was said, if anything.
     *
     * @param rule what is wrong with a note; anything is answered with 400
     */
    public static @Nullable String note(@Nullable DecisionBody body, Function<@Nullable String, List<Flaw>> rule) {
        var note = body == null ? null : body.note();
        var flaws = rule.apply(note);
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws);
        }
        return note;
    }
}
