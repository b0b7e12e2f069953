package org.reskontra.invoice.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.reskontra.contracts.CustomerId;
import org.reskontra.invoice.register.CustomerRules;
import org.reskontra.invoice.register.CustomerRules.Checked.Acceptable;
import org.reskontra.invoice.register.CustomerRules.Checked.Malformed;
import org.reskontra.invoice.wire.Differences;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Whom the creditor sells to. */
@Path("/v1/customers")
@Tag(name = "Customers")
public class CustomerResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final CustomerStore customers;
    private final ObjectMapper json;
    private final Validator validator;

    CustomerResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            CustomerStore customers,
            ObjectMapper json,
            Validator validator) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.customers = customers;
        this.json = json;
        this.validator = validator;
    }

    @POST
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(operationId = "createCustomer", summary = "Enter a customer in the register")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "business", value = Examples.NEW_CUSTOMER)))
    @APIResponse(
            responseCode = "201",
            description = "Entered; 200 when it is there already with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerBody.class),
                            examples = @ExampleObject(name = "customer", value = Examples.CUSTOMER)))
    public Uni<Response> create(@Valid @NotNull CustomerBody body) {
        return commands.post(body, tx -> {
            var id = body.id() == null ? Ids.next() : body.id();
            var row = CustomerRow.of(id, tx.tenantId(), accepted(tx, body), 1);
            return customers
                    .add(tx, List.of(row))
                    .chain(added -> added.isEmpty()
                            ? taken(tx, row)
                            : Uni.createFrom()
                                    .item(Answer.created("/v1/customers/" + id, CustomerBody.of(row), row.version())));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getCustomer", summary = "A customer as the register has it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerBody.class),
                            examples = @ExampleObject(name = "customer", value = Examples.CUSTOMER)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(), tx -> existing(tx, id).map(row -> Etags.ok(CustomerBody.of(row), row.version())));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "changeCustomer",
            summary = "Change a customer (JSON Merge Patch, RFC 7396)",
            description =
                    "Send the ETag of the version you change as If-Match. Invoices already issued keep the law and"
                            + " the kind of debtor they were issued with; letters go to the new addresses.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "newAddress",
                                            value = "{\"emails\": [\"ekonomi@takstolar.example\"], \"phones\": null}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerBody.class),
                            examples = @ExampleObject(name = "customer", value = Examples.CUSTOMER)))
    public Uni<Response> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return transactions.in(
                caller.tenant(),
                tx -> existing(tx, id).chain(row -> {
                    Etags.requireMatch(ifMatch, row.version());
                    var body = patched(CustomerBody.of(row), patch);
                    if (!id.equals(body.id())) {
                        throw Problem.invalid("/id", "fixed", "The id of a customer does not change.");
                    }
                    var changed = CustomerRow.of(id, tx.tenantId(), accepted(tx, body), row.version());
                    return numberIsFree(tx, changed)
                            .chain(() -> customers.change(tx, changed))
                            .map(done -> {
                                if (!done) {
                                    // somebody was faster between our look and our change
                                    Etags.requireMatch("\"\"", row.version());
                                }
                                return Etags.ok(CustomerBody.of(changed), row.version() + 1);
                            });
                }));
    }

    private Uni<CustomerRow> existing(Tx tx, UUID id) {
        return customers.find(tx, new CustomerId(id)).map(row -> {
            if (row == null) {
                throw Problem.notFound("customer", new CustomerId(id));
            }
            return row;
        });
    }

    private Uni<Void> numberIsFree(Tx tx, CustomerRow changed) {
        if (changed.number() == null) {
            return Uni.createFrom().voidItem();
        }
        return customers
                .findAll(tx, List.of(changed.number()), List.of())
                .invoke(found -> {
                    if (found.stream().anyMatch(other -> !other.id().equals(changed.id()))) {
                        throw numberTaken();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Answer> taken(Tx tx, CustomerRow wanted) {
        return customers.find(tx, new CustomerId(wanted.id())).map(existing -> {
            if (existing == null) {
                throw numberTaken();
            }
            Differences.between(json, CustomerBody.of(existing), CustomerBody.of(wanted), Set.of())
                    .refuse("customer-differs", "There is another customer with this id");
            return Answer.ok(CustomerBody.of(existing), existing.version());
        });
    }

    private static Problem numberTaken() {
        return Problem.conflict(
                "customer-number-taken",
                "The customer number is taken",
                List.of(new FieldError("/number", "taken", "Another customer has this number.")));
    }

    private static Acceptable accepted(Tx tx, CustomerBody body) {
        return switch (CustomerRules.check(body.form(), tx.today())) {
            case Acceptable acceptable -> acceptable;
            case Malformed(var flaws) -> throw Flaws.problem(flaws);
        };
    }

    private CustomerBody patched(CustomerBody current, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw Problem.invalid("", "not-an-object", "A merge patch is a JSON object.");
        }
        try {
            var merged = json.valueToTree(current).deepCopy();
            merge((ObjectNode) merged, changes);
            var body = json.treeToValue(merged, CustomerBody.class);
            var violations = validator.validate(body);
            if (!violations.isEmpty()) {
                throw Problem.invalid(violations.stream()
                        .map(violation ->
                                new FieldError("/" + violation.getPropertyPath(), "not-null", violation.getMessage()))
                        .toList());
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
    }

    /** RFC 7396: null takes a member away, an object is merged into, anything else replaces. */
    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                target.remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode nested
                    && target.get(change.getKey()) instanceof ObjectNode inner) {
                merge(inner, nested);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
    }
}
