package org.reskontra.invoice.tenants;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.TenantEvent.SandboxClockAdvanced;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.kit.clock.SandboxClockResource.SandboxClock;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.outbox.Outbox;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.tenants.TenantRows;
import org.reskontra.kit.work.DueWorkRunner;

/** Moves a sandbox tenant's clock; where it stands is told by every service. */
@Path("/v1/sandbox-clock")
@Tag(name = "Tenants")
public class SandboxClockMove {

    private final Commands commands;
    private final Caller caller;
    private final TenantRows tenants;
    private final Outbox outbox;
    private final DueWorkRunner work;

    SandboxClockMove(Commands commands, Caller caller, TenantRows tenants, Outbox outbox, DueWorkRunner work) {
        this.commands = commands;
        this.caller = caller;
        this.tenants = tenants;
        this.outbox = outbox;
        this.work = work;
    }

    /** Where to move the clock. */
    @Schema(name = "SandboxClockMove")
    record Move(
            @NotNull @Schema(description = "Not before the date it shows")
            LocalDate today) {}

    @POST
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR})
    @Operation(
            operationId = "moveSandboxClock",
            summary = "Move a sandbox tenant's date forward",
            description = "All that the new date makes due is then done, in every service. A move over many days is"
                    + " like an outage: nothing is skipped. Wait for `settled` before you look.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "nextDay", value = "{\"today\": \"2026-04-02\"}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SandboxClock.class),
                            examples =
                                    @ExampleObject(
                                            name = "moved",
                                            value = "{\"today\": \"2026-04-02\", \"settled\": false}")))
    public Uni<Response> move(@Valid @NotNull Move move) {
        if (Flaw.isOffTheCalendar(move.today())) {
            throw Problem.invalid("/today", "off-the-calendar", "Dates lie in the years 1900 to 2999.");
        }
        var tenant = caller.tenant();
        return commands.post(move, tx -> to(tx, move.today())).invoke(() -> work.wake(tenant));
    }

    private Uni<Answer> to(Tx tx, LocalDate date) {
        if (!tx.tenant().sandbox()) {
            throw Problem.conflict("not-a-sandbox", "Not a sandbox", "This tenant lives on the wall clock.");
        }
        if (date.isBefore(tx.today())) {
            throw backwards(tx);
        }
        if (date.equals(tx.today())) {
            return Uni.createFrom().item(answer(date));
        }
        return tenants.advance(tx.session(), tx.tenantId(), date)
                .invoke(moved -> {
                    if (moved == 0) {
                        throw backwards(tx); // another call has moved it past this date meanwhile
                    }
                })
                .chain(() -> outbox.add(
                        tx,
                        new SandboxClockAdvanced(tx.tenantId(), date),
                        TenantRows.changed(tx.tenant().withToday(date))))
                .replaceWith(() -> answer(date));
    }

    private static Answer answer(LocalDate date) {
        return Answer.ok(new SandboxClock(date, false), null);
    }

    private static Problem backwards(Tx tx) {
        return Problem.refused(
                "clock-only-forward", "A sandbox clock only goes forward", "It shows " + tx.today() + " or later.");
    }
}
