package org.reskontra.creditcheck.checks;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.reskontra.contracts.CreditCheckId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.creditcheck.bookkeeping.Accounts;
import org.reskontra.creditcheck.policies.Policies;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** May this customer buy on credit? */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class CreditCheckResource {

    private static final String SOME_CHECK = "0198b5d2-4f10-7a3c-b1de-6a2f9c0d7e31";
    private static final String SOME_CUSTOMER = "01989f30-11d2-7b5e-9f0e-7a0c44d1e6b8";

    private final Transactions transactions;
    private final CreditChecks checks;
    private final Accounts accounts;
    private final Policies policies;
    private final Commands commands;
    private final Caller caller;

    CreditCheckResource(
            Transactions transactions,
            CreditChecks checks,
            Accounts accounts,
            Policies policies,
            Commands commands,
            Caller caller) {
        this.transactions = transactions;
        this.checks = checks;
        this.accounts = accounts;
        this.policies = policies;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Path("/credit-checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "checkCredit",
            summary = "May this customer buy for this amount on credit?",
            description = "Answered at once from what the customer owes and how the customer has paid. APPROVE: all on"
                    + " credit; PREPAY: `prepaymentShare` of it beforehand; REFER: a person decides; DECLINE.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CreditCheckViews.Asked.class),
                            examples = @ExampleObject(name = "a new order", value = Examples.ASKED)))
    @APIResponse(
            responseCode = "201",
            description = "The decision",
            content =
                    @Content(
                            schema = @Schema(implementation = CreditCheckViews.Answered.class),
                            examples = @ExampleObject(name = "part beforehand", value = Examples.ANSWERED)))
    @APIResponse(responseCode = "200", description = "The decision made before under this id")
    @APIResponse(responseCode = "400", description = "The request is malformed")
    @APIResponse(responseCode = "409", description = "The id is taken by another request")
    public Uni<Response> check(@NotNull @Valid CreditCheckViews.Asked asked) {
        if (!asked.amount().isPositive()) {
            throw Problem.invalid("/amount/minor", "not-positive", "The amount is above nothing.");
        }
        return commands.post(asked, tx -> check(tx, asked));
    }

    private Uni<Answer> check(Tx tx, CreditCheckViews.Asked asked) {
        if (asked.id() == null) {
            return decide(tx, asked);
        }
        return checks.find(tx, asked.id())
                .chain(known ->
                        known == null ? decide(tx, asked) : Uni.createFrom().item(() -> sameAsBefore(known, asked)));
    }

    private Uni<Answer> decide(Tx tx, CreditCheckViews.Asked asked) {
        return checks.check(tx, asked, caller.subject())
                .map(row -> Answer.created("/v1/credit-checks/" + row.id(), CreditCheckViews.Answered.of(row), null));
    }

    private static Answer sameAsBefore(CreditCheckRow known, CreditCheckViews.Asked asked) {
        var differing = new ArrayList<FieldError>();
        differs(differing, "/customer", known.customer(), asked.customer());
        differs(differing, "/amount", known.amount(), asked.amount());
        differs(differing, "/purpose", known.purpose, asked.purpose());
        differs(differing, "/contractReference", known.contractReference, asked.contractReference());
        if (!differing.isEmpty()) {
            throw Problem.conflict("id-taken", "The id is taken by another credit check", differing);
        }
        return Answer.ok(CreditCheckViews.Answered.of(known), null);
    }

    private static void differs(List<FieldError> differing, String pointer, Object known, Object asked) {
        if (!Objects.equals(known, asked)) {
            differing.add(new FieldError(pointer, "differs", "It is " + known + " there."));
        }
    }

    @GET
    @Path("/credit-checks/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getCreditCheck", summary = "A decision, with what it was made of")
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content =
                    @Content(
                            schema = @Schema(implementation = CreditCheckViews.Answered.class),
                            examples = @ExampleObject(name = "part beforehand", value = Examples.ANSWERED)))
    @APIResponse(responseCode = "404", description = "No such credit check of this tenant")
    public Uni<CreditCheckViews.Answered> get(@Parameter(example = SOME_CHECK) @PathParam("id") UUID id) {
        var check = new CreditCheckId(id);
        return transactions.reading(
                caller.tenant(),
                tx -> checks.find(tx, check)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.notFound("credit-check", check))
                        .map(CreditCheckViews.Answered::of));
    }

    @GET
    @Path("/customers/{id}/credit")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getCustomerCredit", summary = "A customer's limit, exposure and payment behaviour")
    @APIResponse(
            responseCode = "200",
            description = "The customer's credit today",
            content =
                    @Content(
                            schema = @Schema(implementation = CreditCheckViews.CustomerCredit.class),
                            examples = @ExampleObject(name = "a known customer", value = Examples.CUSTOMER)))
    @APIResponse(responseCode = "404", description = "Nothing has been heard of such a customer of this tenant")
    public Uni<CreditCheckViews.CustomerCredit> credit(@Parameter(example = SOME_CUSTOMER) @PathParam("id") UUID id) {
        var customer = new CustomerId(id);
        return transactions.reading(
                caller.tenant(),
                tx -> accounts.of(tx, customer)
                        .chain(account -> checks.latest(tx, customer).map(last -> {
                            if (!account.known() && last == null) {
                                throw Problem.notFound("customer", customer);
                            }
                            return CreditCheckViews.CustomerCredit.of(customer, account, policies.current(), last);
                        })));
    }
}
