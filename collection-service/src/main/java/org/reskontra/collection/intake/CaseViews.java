package org.reskontra.collection.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.cases.CaseFile;
import org.reskontra.collection.demands.Reckoning;
import org.reskontra.collection.letters.LetterRow;
import org.reskontra.collection.letters.LetterStatus;
import org.reskontra.collection.process.Balance;
import org.reskontra.collection.process.CaseEvent;
import org.reskontra.collection.process.CaseEvent.BalanceNoted;
import org.reskontra.collection.process.CaseEvent.Closed;
import org.reskontra.collection.process.CaseEvent.DemandDecided;
import org.reskontra.collection.process.CaseEvent.DemandReopened;
import org.reskontra.collection.process.CaseEvent.DemandSent;
import org.reskontra.collection.process.CaseEvent.DemandUndeliverable;
import org.reskontra.collection.process.CaseEvent.Registered;
import org.reskontra.collection.process.CaseEvent.Reopened;
import org.reskontra.collection.process.CaseProcess;
import org.reskontra.collection.process.CaseState.Demanded;
import org.reskontra.collection.process.Claim;
import org.reskontra.collection.process.NextStep;
import org.reskontra.collection.process.Stage;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.Rulebook;

/** Cases and letters as callers see them. */
final class CaseViews {

    private CaseViews() {}

    /**
     * A case in a list.
     *
     * @param outstanding as booked; interest accrued since is not part of it
     * @param deadline last day to pay or object; null before a demand was sent
     */
    @Schema(name = "CollectionCaseSummary")
    record Summary(
            CollectionCaseId id,
            InvoiceId invoiceId,
            CustomerId customerId,
            String invoiceNumber,
            Stage state,
            Outstanding outstanding,
            @Nullable LocalDate deadline,
            List<NextStep> next) {}

    /**
     * A case in full.
     *
     * @param claim as it was handed over
     * @param outstanding as booked; interest accrued since is not part of it
     * @param owedToday with interest to and including {@code interestThrough}
     * @param deadline last day to pay or object; null before a demand was sent
     * @param history oldest first
     * @param next what may be done next, soonest first
     */
    @Schema(name = "CollectionCase")
    record Full(
            CollectionCaseId id,
            InvoiceId invoiceId,
            CustomerId customerId,
            Stage state,
            HandedOver claim,
            Outstanding outstanding,
            OwedToday owedToday,
            @Nullable LocalDate deadline,
            List<HistoryEntry> history,
            List<NextStep> next) {}

    @Schema(name = "HandedOverClaim")
    record HandedOver(
            String invoiceNumber,
            String paymentReference,
            Country country,
            DebtorKind debtorKind,
            LocalDate issueDate,
            LocalDate dueDate,
            LocalDate handedOverOn,
            Outstanding owed,
            LocalDate interestThrough,
            int remindersSent,
            LocalDate lastReminderOn) {

        static HandedOver of(Claim claim) {
            return new HandedOver(
                    claim.invoiceNumber(),
                    claim.paymentReference(),
                    claim.country(),
                    claim.debtorKind(),
                    claim.issueDate(),
                    claim.dueDate(),
                    claim.handedOverOn(),
                    claim.owed(),
                    claim.interestThrough(),
                    claim.remindersSent(),
                    claim.lastReminderOn());
        }
    }

    @Schema(name = "OwedToday")
    record OwedToday(LocalDate interestThrough, Outstanding owed) {

        static OwedToday of(Claim claim, Balance open, LocalDate today) {
            var reckoning = Reckoning.of(Rulebook.standard().pack(claim.country()), claim, open, today);
            return new OwedToday(reckoning.through(), reckoning.total());
        }
    }

    /**
     * Something that happened to a case; the fields that do not go with it are null.
     *
     * @param amount paid, charged or taken back
     * @param owed on {@code REGISTERED}, {@code REOPENED} and changes of the balance: what is owed after it, as booked; on
     *     {@code DEMAND_SENT}: what was demanded
     */
    @Schema(name = "CollectionCaseEntry")
    record HistoryEntry(
            LocalDate on,
            String what,
            @Nullable Money amount,
            @Nullable Outstanding owed,
            @Nullable LetterId letterId,
            @Nullable LocalDate deadline,
            @Nullable String reason) {

        static HistoryEntry of(CaseEvent event) {
            return switch (event) {
                case Registered e -> entry(e, "REGISTERED", null, e.open().booked());
                case BalanceNoted e ->
                    entry(e, e.change().name(), e.amount(), e.balance().booked());
                case DemandDecided e -> letter(e, "DEMAND_DECIDED", e.letter(), null, null, null);
                case DemandSent e -> letter(e, "DEMAND_SENT", e.letter(), e.demanded(), e.deadline(), null);
                case DemandUndeliverable e ->
                    letter(
                            e,
                            "DEMAND_UNDELIVERABLE",
                            e.letter(),
                            null,
                            null,
                            e.why().name());
                case DemandReopened e -> entry(e, "DEMAND_REOPENED", null, null);
                case Reopened e ->
                    new HistoryEntry(
                            e.on(),
                            "REOPENED",
                            e.amount(),
                            e.balance().booked(),
                            null,
                            null,
                            e.change().name());
                case Closed e ->
                    letter(e, "CLOSED", null, null, null, e.reason().name());
            };
        }

        private static HistoryEntry entry(
                CaseEvent event, String what, @Nullable Money amount, @Nullable Outstanding owed) {
            return new HistoryEntry(event.on(), what, amount, owed, null, null, null);
        }

        private static HistoryEntry letter(
                CaseEvent event,
                String what,
                @Nullable LetterId letter,
                @Nullable Outstanding demanded,
                @Nullable LocalDate deadline,
                @Nullable String reason) {
            return new HistoryEntry(event.on(), what, null, demanded, letter, deadline, reason);
        }
    }

    /**
     * A letter as it was sent, or as it stands.
     *
     * @param text exactly what was sent, once {@code status} is SENT; null before it is drawn up
     * @param sentAt when the receiving server took it
     * @param trouble what went wrong last
     */
    @Schema(name = "CollectionLetter")
    record LetterView(
            LetterId id,
            LetterStatus status,
            String channel,
            int attempts,
            @Nullable String recipient,
            @Nullable String subject,
            @Nullable String text,
            @Nullable LocalDate drawnOn,
            @Nullable LocalDate deadline,
            @Nullable Outstanding demanded,
            @Nullable OffsetDateTime sentAt,
            @Nullable String trouble) {

        static LetterView of(LetterRow row) {
            return new LetterView(
                    row.id(),
                    row.status,
                    "EMAIL",
                    row.attempts,
                    row.recipient,
                    row.subject,
                    row.body,
                    row.drawnOn,
                    row.deadline,
                    row.demanded(),
                    row.sentAt,
                    row.trouble);
        }
    }

    static Summary summary(CaseFile file) {
        return new Summary(
                file.id(),
                file.invoice(),
                file.customer(),
                CaseProcess.claim(file.state()).orElseThrow().invoiceNumber(),
                CaseProcess.stage(file.state()),
                CaseProcess.open(file.state()).orElseThrow().booked(),
                deadline(file),
                CaseProcess.next(file.state()));
    }

    static Full full(CaseFile file, List<CaseEvent> history, LocalDate today) {
        var claim = CaseProcess.claim(file.state()).orElseThrow();
        var open = CaseProcess.open(file.state()).orElseThrow();
        return new Full(
                file.id(),
                file.invoice(),
                file.customer(),
                CaseProcess.stage(file.state()),
                HandedOver.of(claim),
                open.booked(),
                OwedToday.of(claim, open, today),
                deadline(file),
                history.stream().map(HistoryEntry::of).toList(),
                CaseProcess.next(file.state()));
    }

    private static @Nullable LocalDate deadline(CaseFile file) {
        return file.state() instanceof Demanded demanded ? demanded.deadline() : null;
    }
}
