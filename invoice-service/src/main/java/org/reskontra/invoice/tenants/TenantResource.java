package org.reskontra.invoice.tenants;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.wire.Differences;
import org.reskontra.kit.clock.BusinessClock;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.outbox.Outbox;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.kit.tenants.TenantRows;
import org.reskontra.rulebook.NoSuchPack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.identifiers.GiroNumbers;
import org.reskontra.rulebook.identifiers.Iban;
import org.reskontra.rulebook.identifiers.IdentityNumbers;

/** The creditors that use the platform. They are created here, and every service hears of them. */
@Path("/v1/tenants")
@Tag(name = "Tenants")
public class TenantResource {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;
    private final TenantRows tenants;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final ObjectMapper json;

    TenantResource(
            Transactions transactions, TenantRows tenants, Outbox outbox, BusinessClock clock, ObjectMapper json) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "createTenant",
            summary = "Create a tenant",
            description = "The id in the body makes a retry harmless: the same tenant again is answered with 200.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "sandbox", value = Examples.TENANT)))
    @APIResponse(
            responseCode = "201",
            description = "Created; 200 when it is there already with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TenantBody.class),
                            examples = @ExampleObject(name = "sandbox", value = Examples.TENANT)))
    public Uni<Response> create(@Valid @NotNull TenantBody body) {
        var wanted = checked(body);
        return known(wanted.id())
                .chain(existing ->
                        existing == null ? insert(wanted) : Uni.createFrom().item(same(existing, wanted)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getTenant", summary = "A tenant's settings")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TenantBody.class),
                            examples = @ExampleObject(name = "sandbox", value = Examples.TENANT)))
    public Uni<TenantBody> get(@PathParam("id") UUID id) {
        return known(new TenantId(id)).map(tenant -> {
            if (tenant == null) {
                throw Problem.notFound("tenant", new TenantId(id));
            }
            return TenantBody.of(tenant);
        });
    }

    private Uni<Response> insert(Tenant tenant) {
        return transactions
                .creating(tenant, tx -> outbox.add(tx, TenantRows.changed(tenant)))
                .map(done -> Response.created(URI.create("/v1/tenants/" + tenant.id()))
                        .entity(TenantBody.of(tenant))
                        .build())
                .onFailure(TenantResource::isTaken)
                .recoverWithUni(() -> known(tenant.id()).map(existing -> same(existing, tenant)));
    }

    private Uni<@Nullable Tenant> known(TenantId id) {
        return transactions.apart(session -> tenants.enter(session, id));
    }

    private Response same(Tenant existing, Tenant wanted) {
        Differences.between(json, TenantBody.of(existing), TenantBody.of(wanted), Set.of("today"))
                .refuse("tenant-differs", "There is another tenant with this id");
        return Response.ok(TenantBody.of(existing)).build();
    }

    private static boolean isTaken(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    private Tenant checked(TenantBody body) {
        var errors = new ArrayList<FieldError>();
        var organisationNumber = switch (IdentityNumbers.parse(
                body.country(), DebtorKind.BUSINESS, body.organisationNumber(), clock.today(body.zone()))) {
            case IdentityNumbers.Parsed.Valid(var number) -> number.normalised();
            case IdentityNumbers.Parsed.Invalid(var reason) -> {
                errors.add(new FieldError("/organisationNumber", "identity-number", reason));
                yield "";
            }
        };
        if (!body.sandbox() && body.today() != null) {
            errors.add(new FieldError("/today", "wall-clock", "Only a sandbox tenant has a date of its own."));
        }
        if (body.today() != null && Flaw.isOffTheCalendar(body.today())) {
            errors.add(new FieldError("/today", "off-the-calendar", "Dates lie in the years 1900 to 2999."));
        }
        var bankgiro = bankgiro(body.paymentDetails().bankgiro(), errors);
        var iban = iban(body.paymentDetails().iban(), errors);
        if (body.paymentDetails().bankgiro() == null && body.paymentDetails().iban() == null) {
            errors.add(new FieldError("/paymentDetails", "missing", "Say where debtors pay: bankgiro, iban or both."));
        }
        if (Flaw.holdsControlSigns(body.name())) {
            errors.add(new FieldError("/name", "control-signs", "A name has no control signs."));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        requireLaw(body);
        return new Tenant(
                body.id(),
                body.country(),
                body.zone(),
                body.currency(),
                body.sandbox(),
                body.today() == null ? clock.today(body.zone()) : body.today(),
                body.name(),
                organisationNumber,
                bankgiro,
                iban,
                body.replyTo());
    }

    private static void requireLaw(TenantBody body) {
        try {
            Rulebook.standard().packInUse(body.country());
        } catch (NoSuchPack none) {
            throw Problem.refused("no-law-for-country", "No law for this country", none.getMessage());
        }
    }

    private static @Nullable String bankgiro(@Nullable String text, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        return switch (GiroNumbers.parseBankgiro(text)) {
            case GiroNumbers.Parsed.Valid(var number) -> number.digits();
            case GiroNumbers.Parsed.Invalid(var reason) -> {
                errors.add(new FieldError("/paymentDetails/bankgiro", "bankgiro", reason));
                yield null;
            }
        };
    }

    private static @Nullable String iban(@Nullable String text, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        return switch (Iban.parse(text)) {
            case Iban.Parsed.Valid(var iban) -> iban.normalised();
            case Iban.Parsed.Invalid(var reason) -> {
                errors.add(new FieldError("/paymentDetails/iban", "iban", reason));
                yield null;
            }
        };
    }
}
