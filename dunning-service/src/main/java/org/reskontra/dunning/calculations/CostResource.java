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
import org.reskontra.kit.rest.Roles;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.costs.CostDecision;
import org.reskontra.rulebook.costs.CostReason;
import org.reskontra.rulebook.costs.CostResult;
import org.reskontra.rulebook.costs.CostStep;
import org.reskontra.rulebook.costs.DebtCosts;
import org.reskontra.rulebook.costs.LateDebt;
import org.reskontra.rulebook.explain.Language;

/** What the whole collection of a debt may cost the debtor, measure by measure. Stores nothing. */
@Path("/v1/cost-calculations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calculations")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class CostResource {

    private static final int MOST_STEPS = 200;

    private final Calculations calculations;

    CostResource(Calculations calculations) {
        this.calculations = calculations;
    }

    @Schema(name = "CostCalculation")
    record Asked(
            @NotNull Country country,
            @NotNull DebtorKind debtorKind,

            @NotNull @Schema(description = "What the tiers of the law go by")
            Money principal,

            @NotNull LocalDate dueDate,

            @Schema(description = "It can be enforced without a judgment. No when left out") @Nullable
            Boolean directlyEnforceable,

            @Schema(
                    description =
                            "The debtor accepted reminder costs no later than when the debt arose. No when left out")
            @Nullable
            Boolean costsAgreed,

            @Schema(description = "The creditor claims the fixed compensation for paying late. No when left out")
            @Nullable
            Boolean compensationClaimed,

            @NotNull @Size(max = MOST_STEPS) @Schema(description = "Taken and planned, in order of their days")
            List<@NotNull @Valid Step> steps,

            @Schema(description = "Explain the total in words, too") @Nullable
            Language language) {

        LateDebt debt() {
            return new LateDebt(
                    debtorKind,
                    principal,
                    dueDate,
                    isTrue(directlyEnforceable),
                    isTrue(costsAgreed),
                    isTrue(compensationClaimed));
        }
    }

    @Schema(name = "CostStep")
    record Step(
            @NotNull CollectionCost cost,
            @NotNull LocalDate on,

            @Schema(description = "What the creditor would charge; left out: the most that is allowed") @Nullable
            Money wanted,

            @Schema(description = "Of an instalment plan") @Nullable
            Integer instalments,

            @Schema(description = "How many days an extension puts payment off") @Nullable
            Integer extensionDays,

            @Schema(description = "The debtor disputes the claim on that day. No when left out") @Nullable
            Boolean disputed) {

        CostStep toStep() {
            return new CostStep(cost, on, wanted, count(instalments), count(extensionDays), isTrue(disputed));
        }
    }

    @Schema(name = "CollectionCosts")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            List<Decision> steps,
            Compensation compensation,

            @Schema(description = "What the measures may cost together, without the compensation")
            Money costs,

            @Schema(description = "How much of the costs the compensation covers")
            Money absorbed,

            @Schema(description = "What the debtor may be asked to pay")
            Money total,

            @Schema(description = "What a person must look at first; the sums hold what the known rules give")
            List<Open> needsReview,

            @Schema(description = "The rule pack that was used, with its content hash")
            String pack,

            CalculationNode tree,

            @Schema(description = "A line for each step, further in the deeper it is") @Nullable
            List<String> explanation) {}

    @Schema(name = "CostDecision")
    record Decision(
            CollectionCost cost,
            LocalDate on,
            Money allowed,
            CostReason reason,
            String ruleId,
            String source,

            @Schema(description = "For a person to read") String text) {

        static Decision of(CostDecision decision) {
            return new Decision(
                    decision.step().cost(),
                    decision.step().on(),
                    decision.allowed(),
                    decision.reason(),
                    decision.ruleId(),
                    decision.source(),
                    decision.text());
        }
    }

    @Schema(name = "LateCompensation")
    record Compensation(Money amount, CostReason reason, String ruleId, String source) {}

    @Schema(name = "OpenQuestion")
    record Open(String ruleId, String reason) {}

    @POST
    @Operation(
            operationId = "calculateCosts",
            summary = "What each measure of collection may cost the debtor, and why not more",
            description = "Where a rule that matters is not known, needsReview says which: nothing is guessed.")
    @APIResponse(
            responseCode = "200",
            description = "The decisions and their sums",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Answered.class),
                            examples = @ExampleObject(name = "G16", value = CalculationExamples.COSTS)))
    @APIResponse(responseCode = "422", description = "No law for the country, or no debt can look like this")
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
                                                            name = "G16",
                                                            value = CalculationExamples.COSTS_REQUEST)))
                    Asked asked,
            @Parameter(description = "Optional: the answer is the same every time in any case")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey) {
        return calculations.answer(asked, idempotencyKey, () -> compute(asked));
    }

    private static Answered compute(Asked asked) {
        var steps = asked.steps().stream().map(Step::toStep).toList();
        var result = DebtCosts.decide(Calculations.pack(asked.country()), asked.debt(), steps);
        var statement = result.statement();
        var compensation = statement.compensation();
        return new Answered(
                statement.steps().stream().map(Decision::of).toList(),
                new Compensation(
                        compensation.amount(), compensation.reason(), compensation.ruleId(), compensation.source()),
                statement.costs(),
                statement.absorbed(),
                statement.total(),
                open(result),
                statement.pack(),
                CalculationNode.of(statement.trace()),
                Explained.in(
                        asked.language(), statement.trace(), asked.principal().currency()));
    }

    private static boolean isTrue(@Nullable Boolean answer) {
        return answer != null && answer;
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static List<Open> open(CostResult result) {
        return switch (result) {
            case CostResult.Decided _ -> List.of();
            case CostResult.NeedsReview review ->
                review.open().stream()
                        .map(open -> new Open(open.ruleId(), open.reason()))
                        .toList();
        };
    }
}
