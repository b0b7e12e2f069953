package org.reskontra.dunning.calculations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.rulebook.NoSuchPack;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/** What calculations have in common: they store nothing, but a caller may give them a key as it would any POST. */
@ApplicationScoped
class Calculations {

    private final Commands commands;

    Calculations(Commands commands) {
        this.commands = commands;
    }

    /** Answers 200 with what the calculator says, or 422 when no claim can look like what was asked. */
    Uni<Response> answer(Object asked, @Nullable String idempotencyKey, Supplier<Object> calculator) {
        var answer = Uni.createFrom().item(() -> {
            try {
                return calculator.get();
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw Problem.refused("claim-not-computable", "No claim can look like this", e.getMessage());
            }
        });
        return idempotencyKey == null
                ? answer.map(body -> Response.ok(body).build())
                : commands.post(asked, _ -> answer.map(body -> Answer.ok(body, null)));
    }

    /** The law of the country; 422 where there is none. */
    static RulePack pack(Country country) {
        try {
            return Rulebook.standard().pack(country);
        } catch (NoSuchPack e) {
            throw Problem.refused(
                    "no-law", "No law for this country", List.of(new FieldError("/country", "no-law", e.getMessage())));
        }
    }
}
