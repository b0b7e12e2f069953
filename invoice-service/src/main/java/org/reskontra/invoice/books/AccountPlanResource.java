package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.AccountPlan;
import org.reskontra.invoice.ledger.AccountPlan.Named;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Roles;

/** What the tenant calls the accounts. */
@Path("/v1/ledger/accounts")
@Tag(name = "Ledger")
public class AccountPlanResource {

    private final Transactions transactions;
    private final Caller caller;
    private final AccountPlans plans;

    AccountPlanResource(Transactions transactions, Caller caller, AccountPlans plans) {
        this.transactions = transactions;
        this.caller = caller;
        this.plans = plans;
    }

    @Schema(name = "AccountName")
    record NameBody(
            @NotNull @Schema(description = "What is posted on it")
            Account account,

            @Schema(description = "4 to 8 digits", examples = "1510")
            int number,

            @NotNull @Schema(description = "1 to 100 signs", examples = "Kundfordringar")
            String title) {

        static NameBody of(Named named) {
            return new NameBody(named.account(), named.number(), named.title());
        }

        Named named() {
            return new Named(account, number, title.strip());
        }
    }

    @Schema(name = "AccountPlan")
    record PlanBody(@NotNull @Size(max = 100) List<@Valid @NotNull NameBody> accounts) {

        static PlanBody of(AccountPlan plan) {
            return new PlanBody(plan.all().stream().map(NameBody::of).toList());
        }
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(operationId = "getAccountPlan", summary = "Every account we post on and what it is called")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanBody.class),
                            examples = @ExampleObject(name = "plan", value = Examples.ACCOUNT_PLAN)))
    public Uni<PlanBody> get() {
        return transactions.reading(caller.tenant(), plans::of).map(PlanBody::of);
    }

    @PUT
    @RolesAllowed({Roles.CLERK, Roles.OPERATOR})
    @Operation(
            operationId = "putAccountPlan",
            summary = "Name the accounts as the tenant's own bookkeeping does",
            description = "Accounts that are left out are called as in the BAS chart. The names hold for the whole"
                    + " history; no posting changes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "plan", value = Examples.ACCOUNT_PLAN)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanBody.class),
                            examples = @ExampleObject(name = "plan", value = Examples.ACCOUNT_PLAN)))
    public Uni<PlanBody> put(@Valid @NotNull PlanBody body) {
        var named = body.accounts().stream().map(NameBody::named).toList();
        var flaws = AccountPlan.flaws(named);
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws.stream()
                    .map(flaw -> new Flaw("/accounts" + flaw.pointer(), flaw.code(), flaw.detail()))
                    .toList());
        }
        return transactions
                .in(caller.tenant(), tx -> plans.replace(tx, named).chain(() -> plans.of(tx)))
                .map(PlanBody::of);
    }
}
