package org.reskontra.kit.clock;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Consequences;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Where a sandbox tenant's clock stands here. Moved at invoice-service only. */
@Path("/v1/sandbox-clock")
public class SandboxClockResource {

    private final Transactions transactions;
    private final Consequences consequences;
    private final ChainProgress chain;
    private final Caller caller;

    SandboxClockResource(Transactions transactions, Consequences consequences, ChainProgress chain, Caller caller) {
        this.transactions = transactions;
        this.consequences = consequences;
        this.chain = chain;
        this.caller = caller;
    }

    /**
     * A sandbox tenant's date.
     *
     * @param today the tenant's business date in this service
     * @param settled nothing that this date made due is left to do, here or on its way between the services
     */
    @Schema(name = "SandboxClock")
    public record SandboxClock(LocalDate today, boolean settled) {}

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(
            operationId = "getSandboxClock",
            summary = "The sandbox date in this service, and whether all work up to it is done",
            description = "`settled` is true once this service has no work left for the date and no event is on its way"
                    + " between the services of the chain. Wait for it in all of them after every move of the clock.")
    public Uni<SandboxClock> get() {
        return transactions
                .reading(caller.tenant(), this::look)
                .chain(clock -> clock.settled()
                        ? chain.isAtRest().map(rest -> new SandboxClock(clock.today(), rest))
                        : Uni.createFrom().item(clock));
    }

    private Uni<SandboxClock> look(Tx tx) {
        if (!tx.tenant().sandbox()) {
            throw Problem.refused("not-a-sandbox", "Not a sandbox", "This tenant lives on the wall clock.");
        }
        return consequences
                .rests(tx)
                .chain(rests -> rests
                        ? consequences.outboxIsEmpty(tx.session())
                        : Uni.createFrom().item(false))
                .map(settled -> new SandboxClock(tx.today(), settled));
    }
}
