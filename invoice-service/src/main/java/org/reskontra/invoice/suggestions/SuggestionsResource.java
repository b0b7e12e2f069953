package org.reskontra.invoice.suggestions;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.matching.Clue;
import org.reskontra.invoice.matching.OpenInvoice;
import org.reskontra.invoice.matching.Suggestion;
import org.reskontra.invoice.suggestions.Suggestions.Suggested;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** What a payment on the work list may be for. */
@Path("/v1/unmatched-payments/{id}/suggestions")
@Tag(name = "Payments")
public class SuggestionsResource {

    private final Transactions transactions;
    private final Caller caller;
    private final HeldPayments payments;
    private final Suggestions suggestions;

    SuggestionsResource(Transactions transactions, Caller caller, HeldPayments payments, Suggestions suggestions) {
        this.transactions = transactions;
        this.caller = caller;
        this.payments = payments;
        this.suggestions = suggestions;
    }

    /** What speaks for it. */
    @Schema(name = "SuggestionReason")
    record ReasonView(
            Clue clue,
            int points,

            @Schema(description = "For a clerk to read") String says) {}

    @Schema(name = "SuggestedShare", description = "As `match` takes it")
    record ShareView(UUID invoiceId, Money amount) {}

    @Schema(name = "SuggestedInvoice")
    record InvoiceView(
            UUID id,
            String number,
            LocalDate dueDate,
            @Schema(description = "As booked") Money owed) {}

    @Schema(name = "Suggestion")
    record SuggestionView(
            @Schema(description = "0 to 1000: the points of the reasons together")
            int score,

            List<ReasonView> reasons,
            UUID customerId,

            @Schema(
                    description =
                            "Where the money would go: all of it to one invoice, or what is owed to each of several")
            List<ShareView> shares,

            List<InvoiceView> invoices) {

        static SuggestionView of(Suggestion suggestion, Map<UUID, OpenInvoice> among) {
            return new SuggestionView(
                    suggestion.score(),
                    suggestion.reasons().stream()
                            .map(reason -> new ReasonView(
                                    reason.clue(),
                                    reason.points(),
                                    reason.clue().says()))
                            .toList(),
                    suggestion.customer(),
                    suggestion.parts().stream()
                            .map(part -> new ShareView(part.invoice(), part.amount()))
                            .toList(),
                    suggestion.parts().stream()
                            .map(part -> among.get(part.invoice()))
                            .map(invoice ->
                                    new InvoiceView(invoice.id(), invoice.number(), invoice.due(), invoice.owed()))
                            .toList());
        }
    }

    @Schema(name = "Suggestions")
    record SuggestionsView(
            UUID paymentId,

            @Schema(description = "Best first, at most 10") List<SuggestionView> suggestions) {}

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "listSuggestions",
            summary = "What a held payment may be for, and why",
            description = "From what the payer wrote, the amount, the payer's account, identity number and name, the"
                    + " dates, and earlier payments from the account, as it all stands now.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuggestionsView.class),
                            examples = @ExampleObject(name = "suggestions", value = Examples.SUGGESTIONS)))
    public Uni<SuggestionsView> list(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> payments.find(tx, new PaymentId(id))
                        .map(row -> held(row, id))
                        .chain(row -> suggested(tx, row))
                        .map(suggested -> view(id, suggested)));
    }

    private static HeldPayments.Row held(HeldPayments.@Nullable Row row, UUID id) {
        if (row == null) {
            throw Problem.notFound("payment", new PaymentId(id));
        }
        if (!row.isHeld()) {
            throw Problem.conflict(
                    "payment-not-held",
                    "The payment is not held",
                    "It is " + row.state() + " and needs no suggestions.");
        }
        return row;
    }

    private Uni<Suggested> suggested(Tx tx, HeldPayments.Row row) {
        return suggestions.of(tx, List.of(row.money())).map(List::getFirst);
    }

    private static SuggestionsView view(UUID id, Suggested suggested) {
        var among = suggested.among().stream()
                .collect(Collectors.toMap(OpenInvoice::id, invoice -> invoice, (one, _) -> one));
        return new SuggestionsView(
                id,
                suggested.bestFirst().stream()
                        .map(suggestion -> SuggestionView.of(suggestion, among))
                        .toList());
    }
}
