package org.reskontra.invoice.inquiries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.books.InterestCalculation;
import org.reskontra.invoice.claims.Statement;
import org.reskontra.rulebook.explain.Trace;

@Schema(
        name = "InvoiceStatement",
        description = "What is owed on a day and why. Pay `total` on that day and nothing is owed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementView(
        UUID invoiceId,
        LocalDate on,

        @Nullable @Schema(description = "The instant that was asked for")
        Instant knownAt,

        Money principal,

        @Schema(description = "All late interest up to and including the day")
        Money interest,

        Money costs,
        Money total,

        @Schema(description = "The part of the interest that is in the ledger")
        Money interestPosted,

        @Schema(description = "The part that has accrued after the last posted day")
        Money interestAccrued,

        @Schema(description = "Last day whose interest is in the ledger; the due date while none is")
        LocalDate interestPostedThrough,

        @Nullable @Schema(description = "How the accrued interest came about")
        InterestCalculation calculation,

        @Nullable @Schema(description = "Why accrued interest could not be computed; it is not in the total then")
        String review,

        @Schema(
                description = "The total as a sum: a branch for each thing that happened, its leaves the entries of"
                        + " the ledger; the last branch is the accrued interest. Each node can be recomputed from its"
                        + " inputs and parts")
        Trace tree,

        @Schema(description = "The tree in words, a line for each step, further in the deeper it is")
        List<String> explanation) {

    static StatementView of(
            UUID invoice, @Nullable Instant knownAt, Statement statement, Trace tree, List<String> explanation) {
        var booked = statement.booked();
        return new StatementView(
                invoice,
                statement.on(),
                knownAt,
                booked.principal(),
                statement.interest(),
                booked.costs(),
                statement.total(),
                booked.interest(),
                statement.interest().minus(booked.interest()),
                statement.interestThrough(),
                statement.accrued().map(InterestCalculation::of).orElse(null),
                statement.review().orElse(null),
                tree,
                explanation);
    }
}
