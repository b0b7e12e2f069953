package org.reskontra.invoice.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.books.LockedMonths.Lock;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Closing the months of the books. */
@Path("/v1/ledger/locked-through")
@Tag(name = "Ledger")
public class LockedMonthsResource {

    private final Transactions transactions;
    private final Caller caller;
    private final LockedMonths months;

    LockedMonthsResource(Transactions transactions, Caller caller, LockedMonths months) {
        this.transactions = transactions;
        this.caller = caller;
        this.months = months;
    }

    @Schema(name = "MonthLock")
    record LockBody(
            @NotNull @Schema(description = "Last day of a month", examples = "2026-02-28")
            LocalDate lockedThrough) {}

    @Schema(name = "LockedMonths", description = "Nothing is booked on these days and before; empty while all are open")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LockView(
            @Nullable LocalDate lockedThrough,

            @Nullable @Schema(description = "When it was locked")
            Instant knownAt,

            @Nullable @Schema(description = "Who locked it") String actor) {

        static LockView of(@Nullable Lock lock) {
            return lock == null
                    ? new LockView(null, null, null)
                    : new LockView(lock.lockedThrough(), lock.knownAt(), lock.actor());
        }
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(operationId = "getLockedMonths", summary = "Up to which day the books are closed")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LockView.class),
                            examples = @ExampleObject(name = "locked", value = Examples.LOCKED)))
    public Uni<LockView> get() {
        return transactions.reading(caller.tenant(), months::latest).map(LockView::of);
    }

    @PUT
    @RolesAllowed({Roles.CLERK, Roles.OPERATOR})
    @Operation(
            operationId = "lockMonths",
            summary = "Close the books up to the end of a month that is over",
            description =
                    "What is told later of a locked month is booked on the first open day and keeps its value date,"
                            + " so that claims and statements do not change. Months stay locked; the same day again"
                            + " changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "lock", value = Examples.LOCK)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LockView.class),
                            examples = @ExampleObject(name = "locked", value = Examples.LOCKED)))
    public Uni<LockView> lock(@Valid @NotNull LockBody body) {
        var through = body.lockedThrough();
        if (Flaw.isOffTheCalendar(through)
                || !through.equals(YearMonth.from(through).atEndOfMonth())) {
            throw Problem.invalid("/lockedThrough", "month-end", "Name the last day of a month.");
        }
        var actor = caller.subject();
        return transactions.in(
                caller.tenant(),
                tx -> months.held(tx)
                        .chain(lock -> lock(tx.by(actor), lock, through))
                        .map(LockView::of));
    }

    private Uni<Lock> lock(Tx tx, @Nullable Lock lock, LocalDate through) {
        if (lock != null && lock.lockedThrough().equals(through)) {
            return Uni.createFrom().item(lock);
        }
        if (lock != null && lock.lockedThrough().isAfter(through)) {
            throw Problem.conflict(
                    "months-stay-locked",
                    "Locked months stay locked",
                    "The books are locked through " + lock.lockedThrough() + ".");
        }
        if (!through.isBefore(tx.today())) {
            throw Problem.refused(
                    "month-not-over",
                    "The month is not over",
                    "It is " + tx.today() + "; a month can be locked when its last day is over.");
        }
        return months.lock(tx, through).chain(() -> months.latest(tx));
    }
}
