package org.reskontra.invoice.incoming;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.BankFormat;
import org.reskontra.invoice.bankfiles.Entry;
import org.reskontra.invoice.incoming.BankFileStore.FileRow;
import org.reskontra.invoice.incoming.BankFileStore.ListRow;
import org.reskontra.invoice.incoming.BankFileStore.OutcomeMoney;
import org.reskontra.invoice.matching.Clue;

/** Bank files on their way out. */
final class BankFileViews {

    private BankFileViews() {}

    @Schema(name = "BankFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BankFileView(
            UUID id,
            BankFormat format,

            @Schema(description = "What the bank calls the file")
            String bankId,

            List<String> accounts,
            BankFileStore.State state,

            @Schema(description = "Entries the bank has booked")
            int total,

            @Schema(description = "How many of them are in") int done,

            @Schema(description = "Movements the bank announces and has not booked; they are left to its next file")
            int notBooked,

            @Schema(description = "Where the money of the file is, a line for each currency")
            List<MoneyView> money,

            @Nullable @Schema(description = "For a FAILED file: what went wrong; send it again to go on")
            String failure) {

        static BankFileView of(FileRow file, List<OutcomeMoney> outcomes) {
            return new BankFileView(
                    file.id(),
                    file.format(),
                    file.bankId(),
                    file.accounts(),
                    file.state(),
                    file.total(),
                    file.done(),
                    file.notBooked(),
                    MoneyView.of(file.sums(), outcomes),
                    file.failure());
        }
    }

    @Schema(name = "BankFileMoney", description = "The sum is the others together")
    record MoneyView(
            @Schema(description = "Of all entries, money out negative")
            Money sum,

            @Schema(description = "On invoices, also by now")
            Money matched,

            @Schema(description = "Held until an invoice comes or a clerk decides")
            Money onWorkList,

            Money refused,

            @Schema(description = "Charges and withdrawals") Money notIncoming,

            @Schema(description = "Told by an earlier file too")
            Money bookedBefore,

            @Schema(description = "Of entries that are not in yet")
            Money toDo) {

        static List<MoneyView> of(List<Money> sums, List<OutcomeMoney> outcomes) {
            Map<String, Map<Outcome, Money>> byCurrency = new LinkedHashMap<>();
            sums.forEach(sum -> byCurrency.put(sum.currency().getCurrencyCode(), new EnumMap<>(Outcome.class)));
            for (var part : outcomes) {
                byCurrency
                        .get(part.currency().getCurrencyCode())
                        .put(part.outcome(), new Money(part.minor(), part.currency()));
            }
            return sums.stream()
                    .map(sum -> of(sum, byCurrency.get(sum.currency().getCurrencyCode())))
                    .toList();
        }

        private static MoneyView of(Money sum, Map<Outcome, Money> parts) {
            var nothing = Money.zero(sum.currency());
            return new MoneyView(
                    sum,
                    parts.getOrDefault(Outcome.MATCHED, nothing),
                    parts.getOrDefault(Outcome.WORK_LIST, nothing),
                    parts.getOrDefault(Outcome.REFUSED, nothing),
                    parts.getOrDefault(Outcome.NOT_INCOMING, nothing),
                    parts.getOrDefault(Outcome.BOOKED_BEFORE, nothing),
                    sum.minus(parts.values().stream().reduce(nothing, Money::plus)));
        }
    }

    @Schema(name = "BankEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            @Schema(description = "Its place among the entries of the file")
            int number,

            @Schema(description = "One of the parts that its money was cut into, counted from 1")
            int share,

            @Schema(description = "Where it begins in the file")
            int line,

            Entry.Kind kind,
            Money amount,
            LocalDate bookingDate,
            LocalDate valueDate,
            @Nullable String bankReference,
            Entry.Payer payer,
            List<Entry.Reference> references,

            @Nullable @Schema(description = "What the payer wrote besides")
            String text,

            @Nullable @Schema(description = "What the bank kept of it")
            Money charges,

            Entry.@Nullable Exchange exchange,
            Outcome outcome,

            @Schema(
                    description = "How its invoice was found, or what keeps it from being booked",
                    examples = "by-reference")
            String why,

            @Nullable @Schema(description = "For one that was matched by score: 0 to 1000")
            Integer score,

            @Nullable @Schema(description = "For one that was matched by score: what spoke for it, weightiest first")
            List<Clue> clues,

            @Nullable UUID paymentId,
            @Nullable UUID invoiceId) {

        static EntryView of(ListRow row) {
            var said = row.said();
            return new EntryView(
                    row.number(),
                    row.share(),
                    said.line(),
                    row.kind(),
                    new Money(row.amountMinor(), row.currency()),
                    said.bookingDate(),
                    said.valueDate(),
                    said.bankReference(),
                    said.payer(),
                    said.references(),
                    said.text(),
                    said.charges(),
                    said.exchange(),
                    row.outcome(),
                    row.why(),
                    row.score(),
                    row.clues(),
                    row.paymentId(),
                    row.invoiceId());
        }
    }
}
