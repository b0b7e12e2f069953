package org.reskontra.dunning.policies;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.reskontra.dunning.ladder.Policy;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Roles;

/** The policies that cases follow. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class PolicyResource {

    private static final String EXAMPLE = """
            {
              "id": "se-standard",
              "version": 1,
              "country": "SE",
              "movesDueDatesOffWeekends": false,
              "reminders": [{"afterDays": 5, "fee": {"minor": 6000, "currency": "SEK"}, "payWithinDays": 10}],
              "handOverAfterDays": 12
            }""";

    private final PolicyShelf policies;

    PolicyResource(PolicyShelf policies) {
        this.policies = policies;
    }

    @Schema(name = "Policy")
    record PolicyBody(
            String id,
            int version,
            Country country,

            @Schema(description = "Whether a due date on a Saturday or Sunday counts as the Monday after it")
            boolean movesDueDatesOffWeekends,

            List<ReminderBody> reminders,

            @Schema(description = "Days from the day the last reminder was sent to the hand-over")
            int handOverAfterDays) {

        static PolicyBody of(Policy policy) {
            return new PolicyBody(
                    policy.ref().id(),
                    policy.ref().version(),
                    policy.country(),
                    policy.movesDueDatesOffWeekends(),
                    policy.reminders().stream()
                            .map(r -> new ReminderBody(r.afterDays(), r.fee(), r.payWithinDays()))
                            .toList(),
                    policy.handOverAfterDays());
        }
    }

    @Schema(name = "PolicyReminder")
    record ReminderBody(
            @Schema(description = "Days after the due date, or after the day the reminder before it was sent")
            int afterDays,

            @Schema(description = "Wanted if agreed when the debt arose; never more than the law of the day allows")
            Money fee,

            @Schema(description = "Days from the day it is sent to its pay-by date")
            int payWithinDays) {}

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPolicy", summary = "The newest version of a policy; its version is the ETag")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyBody.class),
                            examples = @ExampleObject(name = "standard", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There is no such policy")
    public Response get(@Parameter(example = "se-standard") @PathParam("id") String id) {
        var policy = policies.newest(id).orElseThrow(NotFoundException::new);
        return Etags.ok(PolicyBody.of(policy), policy.ref().version());
    }
}
