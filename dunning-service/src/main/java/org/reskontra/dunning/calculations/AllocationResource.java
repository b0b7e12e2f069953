package org.reskontra.dunning.calculations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.reskontra.contracts.Outstanding;
import org.reskontra.kit.rest.Roles;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.allocation.AllocatedPayment;
import org.reskontra.rulebook.allocation.AllocatedPayment.AppliedRule;
import org.reskontra.rulebook.allocation.CoveredClaim;
import org.reskontra.rulebook.allocation.Designation;
import org.reskontra.rulebook.allocation.OpenClaim;
import org.reskontra.rulebook.allocation.PaymentAllocation;
import org.reskontra.rulebook.explain.Language;

/** Which parts of which claims a payment covers. Stores nothing. */
@Path("/v1/allocation-calculations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calculations")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class AllocationResource {

    private static final int MOST_CLAIMS = 200;

    private final Calculations calculations;

    AllocationResource(Calculations calculations) {
        this.calculations = calculations;
    }

    @Schema(name = "AllocationCalculation")
    record Asked(
            @NotNull Country country,
            @NotNull DebtorKind debtorKind,

            @NotNull @NotEmpty @Size(max = MOST_CLAIMS) @Schema(description = "What one debtor owes")
            List<@NotNull @Valid Claim> claims,

            @NotNull Money payment,

            @Valid @Schema(description = "What the debtor said the payment is for") @Nullable
            Named designation,

            @Schema(description = "Explain what is left over in words, too") @Nullable
            Language language) {

        Designation named() {
            return designation == null ? new Designation.None() : designation.toDesignation();
        }
    }

    @Schema(name = "OpenClaim")
    record Claim(
            @NotBlank @Schema(description = "Tells it from the debtor's others")
            String reference,

            @NotNull LocalDate dueDate,
            @NotNull @Valid Parts owed) {

        OpenClaim toClaim() {
            return new OpenClaim(reference, dueDate, Outstanding.of(owed.principal(), owed.interest(), owed.costs()));
        }
    }

    @Schema(name = "ClaimParts")
    record Parts(
            @NotNull Money costs,
            @NotNull Money interest,
            @NotNull Money principal) {}

    @Schema(name = "Designation", description = "A claim, a part, or a part of a claim")
    record Named(@Nullable String claim, @Nullable ClaimPart part) {

        Designation toDesignation() {
            if (claim == null) {
                return part == null ? new Designation.None() : new Designation.OfPart(part);
            }
            return part == null ? new Designation.OfClaim(claim) : new Designation.OfClaimAndPart(claim, part);
        }
    }

    @Schema(name = "AllocatedPayment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            @Schema(description = "In the order they were given")
            List<Covered> claims,

            @Schema(description = "In the order in which they were covered")
            List<Share> shares,

            @Schema(description = "What was paid beyond all claims")
            Money excess,

            @Schema(description = "What set the order") List<AppliedRule> rules,

            @Schema(description = "The rule pack that was used, with its content hash")
            String pack,

            @Schema(description = "How the excess came about: the payment less every share")
            CalculationNode tree,

            @Schema(description = "A line for each step, further in the deeper it is") @Nullable
            List<String> explanation) {

        static Answered of(AllocatedPayment allocated, @Nullable Language language) {
            return new Answered(
                    allocated.claims().stream().map(Covered::of).toList(),
                    allocated.shares().stream()
                            .map(share -> new Share(share.reference(), share.part(), share.amount()))
                            .toList(),
                    allocated.excess(),
                    allocated.rules(),
                    allocated.pack(),
                    CalculationNode.of(allocated.trace()),
                    Explained.in(language, allocated.trace(), allocated.excess().currency()));
        }
    }

    @Schema(name = "CoveredClaim")
    record Covered(String reference, Parts covered, Parts rest) {

        static Covered of(CoveredClaim claim) {
            var covered = claim.allocation();
            var rest = claim.rest();
            return new Covered(
                    claim.reference(),
                    new Parts(covered.costs(), covered.interest(), covered.principal()),
                    new Parts(rest.costs(), rest.interest(), rest.principal()));
        }
    }

    @Schema(name = "AllocationShare")
    record Share(String reference, ClaimPart part, Money amount) {}

    @POST
    @Operation(
            operationId = "calculateAllocation",
            summary = "Which parts of which claims a payment covers",
            description = "What the debtor has named comes first, as far as the law gives the debtor's word effect.")
    @APIResponse(
            responseCode = "200",
            description = "What each part got",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Answered.class),
                            examples = @ExampleObject(name = "G18", value = CalculationExamples.ALLOCATION)))
    @APIResponse(responseCode = "422", description = "No law for the country, or no claims can look like this")
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
                                                            name = "G18",
                                                            value = CalculationExamples.ALLOCATION_REQUEST)))
                    Asked asked,
            @Parameter(description = "Optional: the answer is the same every time in any case")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey) {
        return calculations.answer(asked, idempotencyKey, () -> compute(asked));
    }

    private static Answered compute(Asked asked) {
        var claims = asked.claims().stream().map(Claim::toClaim).toList();
        return Answered.of(
                PaymentAllocation.allocate(
                        Calculations.pack(asked.country()), asked.debtorKind(), claims, asked.payment(), asked.named()),
                asked.language());
    }
}
