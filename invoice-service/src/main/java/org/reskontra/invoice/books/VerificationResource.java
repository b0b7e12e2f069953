package org.reskontra.invoice.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.ledger.Chain.Break;
import org.reskontra.invoice.ledger.Chain.Checked;
import org.reskontra.invoice.ledger.Chain.End;
import org.reskontra.invoice.ledger.Chain.Fault;
import org.reskontra.invoice.ledger.Seal;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Whether anybody changed the books behind the service's back. */
@Path("/v1/ledger/verification")
@Tag(name = "Ledger")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
public class VerificationResource {

    private static final int MOST_AT_ONCE = 20_000;

    /** The tail is counted this far. */
    private static final int LONGEST_TAIL = 10_000;

    private final Transactions transactions;
    private final Caller caller;
    private final ChainStore chain;
    private final Verification verification;

    VerificationResource(Transactions transactions, Caller caller, ChainStore chain, Verification verification) {
        this.transactions = transactions;
        this.caller = caller;
        this.chain = chain;
        this.verification = verification;
    }

    @Schema(name = "LedgerLink", description = "A place in the chain; note it to see later that it is still there")
    record LinkView(
            @Schema(description = "0 before the first posting")
            long position,

            @Schema(description = "SHA-256, hexadecimal") String seal) {

        static LinkView of(End end) {
            return new LinkView(end.position(), end.seal().hex());
        }
    }

    @Schema(name = "LedgerBreak", description = "The first place where the books are not what they were")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BreakView(Fault fault, long position, @Nullable UUID postingId) {

        static @Nullable BreakView of(@Nullable Break broken) {
            return broken == null ? null : new BreakView(broken.fault(), broken.position(), broken.posting());
        }
    }

    @Schema(name = "LedgerVerification")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerificationView(
            @Schema(description = "Nothing up to `through` was changed, taken away, moved or slipped in")
            boolean intact,

            @Schema(description = "The last link that was looked at and is sound")
            LinkView through,

            @Schema(description = "The end of the chain") LinkView end,

            @Schema(description = "Postings that are not linked yet, counted up to 10 000")
            int unlinked,

            @Nullable BreakView broken,

            @Nullable @Schema(description = "Pass as `after` to look further; left out at the end")
            Long next) {}

    @GET
    @Operation(
            operationId = "verifyLedger",
            summary = "Follow the chain of seals over the postings",
            description =
                    "Looks at no more than 20 000 postings at a time. With `after` and `seal`, a place in the chain"
                            + " that was noted before: a chain that was made anew since does not hold it.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VerificationView.class),
                            examples = @ExampleObject(name = "verification", value = Examples.VERIFICATION)))
    public Uni<VerificationView> verify(
            @QueryParam("after")
                    @Nullable
                    @Parameter(description = "A position; the beginning when left out", schema = @Schema(minimum = "0"))
                    Long after,
            @QueryParam("seal") @Nullable @Parameter(description = "The seal that was noted at that position")
                    String seal,
            @QueryParam("limit")
                    @Nullable
                    @Parameter(schema = @Schema(minimum = "1", maximum = "20000", defaultValue = "20000"))
                    Integer limit) {
        long from = after == null ? 0 : after;
        int atMost = limit == null ? MOST_AT_ONCE : limit;
        if (from < 0) {
            throw Problem.invalid("after", "range", "Positions begin with 0.");
        }
        if (atMost < 1 || atMost > MOST_AT_ONCE) {
            throw Problem.invalid("limit", "range", "1 to " + MOST_AT_ONCE + " postings are looked at.");
        }
        var noted = Filters.read("seal", seal, text -> new Seal(text.toLowerCase(Locale.ROOT)));
        return transactions.reading(
                caller.tenant(),
                tx -> chain.at(tx, from).chain(start -> {
                    if (start == null
                            || noted.filter(one -> !one.equals(start.seal())).isPresent()) {
                        var fault = start == null ? Fault.LINK_MISSING : Fault.REORDERED;
                        return answer(
                                tx, new Checked(new End(from, noted.orElse(Seal.NONE)), new Break(fault, from, null)));
                    }
                    return verification.follow(tx, start, atMost).chain(seen -> answer(tx, seen));
                }));
    }

    private Uni<VerificationView> answer(Tx tx, Checked seen) {
        return chain.end(tx)
                .chain(end -> chain.tail(tx, LONGEST_TAIL).map(unlinked -> {
                    boolean more = seen.broken() == null && seen.through().position() < end.position();
                    return new VerificationView(
                            seen.broken() == null,
                            LinkView.of(seen.through()),
                            LinkView.of(end),
                            unlinked,
                            BreakView.of(seen.broken()),
                            more ? seen.through().position() : null);
                }));
    }
}
