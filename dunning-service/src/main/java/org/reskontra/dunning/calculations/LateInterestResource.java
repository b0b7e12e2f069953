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
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Language;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.InterestStart;
import org.reskontra.rulebook.interest.InterestStart.Demand;
import org.reskontra.rulebook.interest.InterestStart.Start;
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

            @Schema(
                    description =
                            "Agreed beforehand: interest accrues on the days after this one. Left out where no day"
                                    + " was agreed: the demand and the service then say from when interest runs")
            @Nullable
            LocalDate dueDate,

            @Valid
            @Schema(description = "Only without dueDate: what the debtor was sent; left out: nothing was sent")
            @Nullable
            DemandBody demand,

            @Schema(
                    description = "Only without dueDate: the day on which an application for a payment order, or a"
                            + " summons, was served; left out: none was")
            @Nullable
            LocalDate servedOn,

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

        void check() {
            if (dueDate != null && (demand != null || servedOn != null)) {
                throw Problem.invalid(
                        demand != null ? "/demand" : "/servedOn",
                        "one-of",
                        "An agreed dueDate starts interest by itself: leave out demand and servedOn.");
            }
        }

        InterestClaim toClaim(LocalDate accrueAfter) {
            return new InterestClaim(
                    debtorKind,
                    principal,
                    accrueAfter,
                    until,
                    principalChanges == null
                            ? List.of()
                            : principalChanges.stream()
                                    .map(change -> new PrincipalChange(change.on(), change.amount()))
                                    .toList(),
                    contractRate);
        }
    }

    @Schema(
            name = "InterestDemand",
            description = "An invoice that names no day which was agreed, or another demand for a stated amount")
    record DemandBody(
            @NotNull LocalDate sentOn,

            @Schema(description = "When it reached the debtor; left out: as soon as the law expects") @Nullable
            LocalDate receivedOn,

            @Schema(description = "It says that not paying costs interest. No when left out") @Nullable
            Boolean warnedOfInterest,

            @Schema(description = "It says at which rate. No when left out") @Nullable
            Boolean rateStated) {

        Demand toDemand() {
            return new Demand(
                    sentOn, receivedOn, Boolean.TRUE.equals(warnedOfInterest), Boolean.TRUE.equals(rateStated));
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

            @Schema(description = "Only where no due date was agreed") @Nullable
            StartBody start,

            List<StretchBody> stretches,

            @Schema(description = "The rule pack that was used, with its content hash")
            String pack,

            CalculationNode tree,

            @Schema(description = "A line for each step, further in the deeper it is") @Nullable
            List<String> explanation) {

        static Answered of(Computed computed, @Nullable StartBody start, @Nullable Language language) {
            return new Answered(
                    computed.interest(),
                    start,
                    computed.stretches().stream().map(StretchBody::of).toList(),
                    computed.pack(),
                    CalculationNode.of(computed.trace()),
                    Explained.in(language, computed.trace(), computed.interest().currency()));
        }
    }

    @Schema(name = "InterestStart", description = "From when interest runs, by which rule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StartBody(
            @Schema(description = "On the days after this one; left out while none runs") @Nullable
            LocalDate after,

            String ruleId,

            @Schema(description = "Why none runs; left out when it does") @Nullable
            String reason) {}

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
                    "It starts at a due date that was agreed, or else where the law lets a demand or a service start it;"
                            + " until then it is zero, and start says why. Refused with 422 and the rule's id when the"
                            + " law of some day is not known: nothing is guessed.")
    @APIResponse(
            responseCode = "200",
            description = "The interest",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Answered.class),
                            examples = {
                                @ExampleObject(name = "part payment", value = CalculationExamples.ANSWER),
                                @ExampleObject(
                                        name = "no due date was agreed",
                                        value = CalculationExamples.DEMAND_ANSWER)
                            }))
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
                                            examples = {
                                                @ExampleObject(
                                                        name = "part payment",
                                                        value = CalculationExamples.REQUEST),
                                                @ExampleObject(
                                                        name = "no due date was agreed",
                                                        value = CalculationExamples.DEMAND_REQUEST)
                                            }))
                    Asked asked,
            @Parameter(description = "Optional: the answer is the same every time in any case")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey) {
        asked.check();
        return calculations.answer(asked, idempotencyKey, () -> compute(asked));
    }

    private static Answered compute(Asked asked) {
        var pack = Calculations.pack(asked.country());
        if (asked.dueDate() != null) {
            return accrue(pack, asked, asked.dueDate(), null);
        }
        var demand = asked.demand() == null ? null : asked.demand().toDemand();
        return switch (InterestStart.withoutDueDate(pack, asked.debtorKind(), demand, asked.servedOn())) {
            case Start.After(var day, var ruleId) -> accrue(pack, asked, day, new StartBody(day, ruleId, null));
            case Start.NotYet(var ruleId, var reason) ->
                accrue(pack, asked, asked.until(), new StartBody(null, ruleId, reason));
            case Start.NeedsReview(var ruleId, var reason) -> throw needsReview("/dueDate", ruleId, reason);
        };
    }

    private static Answered accrue(RulePack pack, Asked asked, LocalDate after, @Nullable StartBody start) {
        return switch (LateInterest.accrue(pack, asked.toClaim(after))) {
            case Computed computed -> Answered.of(computed, start, asked.language());
            case NeedsReview(var ruleId, var reason) -> throw needsReview("/until", ruleId, reason);
        };
    }

    private static Problem needsReview(String pointer, String ruleId, String reason) {
        return Problem.refused(
                "interest-needs-review",
                "The law of some day is not known",
                List.of(new FieldError(pointer, ruleId, reason)));
    }
}
