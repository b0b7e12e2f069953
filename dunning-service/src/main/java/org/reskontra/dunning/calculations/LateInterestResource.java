package org.reskontra.dunning.calculations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.rulebook.explain.Language;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.LateInterest;
import org.reskontra.rulebook.interest.PrincipalChange;
import org.reskontra.rulebook.interest.Stretch;

/** Late interest on any claim, with every figure behind it. Stores nothing. */
@Path("/v1/late-interest-calculations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calculations")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class LateInterestResource {

    private static final int MOST_CHANGES = 1000;

    private final Calculations calculations;

    LateInterestResource(Calculations calculations) {
        this.calculations = calculations;
    }

    @Schema(name = "LateInterestCalculation")
    record Asked(
            @NotNull Country country,
            @NotNull DebtorKind debtorKind,

            @NotNull @Schema(description = "Owed before any of the changes")
            Money principal,

            @NotNull @Schema(description = "Interest accrues on the days after this one")
            LocalDate dueDate,

            @NotNull @Schema(description = "The last day that bears interest, inclusive")
            LocalDate until,

            @Size(max = MOST_CHANGES)
            @Schema(description = "Signed; a part payment is negative. None when left out")
            @Nullable
            List<@NotNull @Valid Change> principalChanges,

            @Schema(
                    description = "Yearly rate agreed beforehand as a fraction; left out: the statutory rate",
                    examples = "0.115")
            @Nullable
            BigDecimal contractRate,

            @Schema(description = "Explain the interest in words, too") @Nullable
            Language language) {

        InterestClaim toClaim() {
            return new InterestClaim(
                    debtorKind,
                    principal,
                    dueDate,
                    until,
                    principalChanges == null
                            ? List.of()
                            : principalChanges.stream()
                                    .map(change -> new PrincipalChange(change.on(), change.amount()))
                                    .toList(),
                    contractRate);
        }
    }

    @Schema(name = "PrincipalChange")
    record Change(
            @NotNull @Schema(description = "It counts from the day after this one")
            LocalDate on,

            @NotNull Money amount) {}

    @Schema(name = "LateInterest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            @Schema(description = "Rounded once, over the whole time")
            Money interest,

            List<StretchBody> stretches,

            @Schema(description = "The rule pack that was used, with its content hash")
            String pack,

            CalculationNode tree,

            @Schema(description = "A line for each step, further in the deeper it is") @Nullable
            List<String> explanation) {

        static Answered of(Computed computed, @Nullable Language language) {
            return new Answered(
                    computed.interest(),
                    computed.stretches().stream().map(StretchBody::of).toList(),
                    computed.pack(),
                    CalculationNode.of(computed.trace()),
                    Explained.in(language, computed.trace(), computed.interest().currency()));
        }
    }

    @Schema(name = "InterestStretch", description = "Days in a row with one principal and one rate")
    record StretchBody(
            LocalDate from,
            LocalDate to,
            int days,
            Money principal,
            @Schema(description = "Yearly fraction") BigDecimal rate,

            @Schema(description = "Minor units, not rounded")
            BigDecimal interest) {

        static StretchBody of(Stretch stretch) {
            return new StretchBody(
                    stretch.from(),
                    stretch.to(),
                    stretch.days(),
                    stretch.principal(),
                    stretch.rate(),
                    stretch.interest());
        }
    }

    @POST
    @Operation(
            operationId = "calculateLateInterest",
            summary = "Late interest by the day, across rate changes and part payments, with its trace",
            description =
                    "Refused with 422 and the rule's id when the law of some day is not known: nothing is guessed.")
    @APIResponse(
            responseCode = "200",
            description = "The interest",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Answered.class),
                            examples = @ExampleObject(name = "ten days", value = CalculationExamples.ANSWER)))
    @APIResponse(responseCode = "422", description = "No law for the country or for some of the days")
    public Uni<Response> calculate(
            @NotNull
                    @Valid
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Asked.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "part payment",
                                                            value = CalculationExamples.REQUEST)))
                    Asked asked,
            @Parameter(description = "Optional: the answer is the same every time in any case")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey) {
        return calculations.answer(asked, idempotencyKey, () -> compute(asked));
    }

    private static Answered compute(Asked asked) {
        return switch (LateInterest.accrue(Calculations.pack(asked.country()), asked.toClaim())) {
            case Computed computed -> Answered.of(computed, asked.language());
            case NeedsReview open ->
                throw Problem.refused(
                        "interest-needs-review",
                        "The law of some day is not known",
                        List.of(new FieldError("/until", open.ruleId(), open.reason())));
        };
    }
}
