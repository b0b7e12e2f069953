package org.reskontra.invoice.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.ledger.PostingKind;
import org.reskontra.rulebook.ClaimPart;

/** What the ledger shows. */
final class LedgerViews {

    private LedgerViews() {}

    @Schema(name = "LedgerPosting", description = "Entries that belong together and sum to zero")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostingView(
            UUID id,
            @Schema(description = "The day it counts for") LocalDate on,

            @Schema(description = "The day of the books it is in")
            LocalDate bookingDate,

            @Schema(description = "Since when it is known; the wall clock's, in a sandbox too")
            Instant knownAt,

            @Schema(
                    description = "Who did it: the subject of a token, the topic whose news it follows, or `service`",
                    examples = "dunning-events")
            String actor,

            PostingKind kind,
            @Nullable UUID paymentId,

            @Nullable @Schema(description = "For posted interest: its last day")
            LocalDate interestThrough,

            @Nullable @Schema(description = "The rule that allows a charge")
            String ruleId,

            @Nullable @Schema(description = "How a computed amount came about", type = SchemaType.OBJECT)
            JsonNode calculation,

            List<EntryView> entries) {}

    @Schema(name = "LedgerEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            @Schema(description = "Number in the tenant's account plan", examples = "1510")
            int account,

            String title,
            @Nullable Money debit,
            @Nullable Money credit,

            @Nullable @Schema(description = "On receivables: the part of the claim")
            ClaimPart part) {}

    @Schema(name = "TrialBalance", description = "Every account's debits and credits up to and including a day")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrialBalance(LocalDate on, @Nullable Instant knownAt, List<BalanceView> accounts, List<SumView> sums) {}

    @Schema(name = "AccountBalance")
    record BalanceView(
            int account,
            String title,
            Money debit,
            Money credit,
            @Schema(description = "Debit less credit") Money balance) {}

    @Schema(
            name = "LedgerSum",
            description = "All accounts of one currency; the difference is zero or the books are wrong")
    record SumView(Money debit, Money credit, Money difference) {}
}
