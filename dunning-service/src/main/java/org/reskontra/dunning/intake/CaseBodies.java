package org.reskontra.dunning.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.cases.CaseBook;
import org.reskontra.dunning.cases.StateName;
import org.reskontra.dunning.ladder.CaseState.Ended;
import org.reskontra.dunning.ladder.CaseState.HandedOver;
import org.reskontra.dunning.ladder.CaseState.Known;
import org.reskontra.dunning.ladder.CaseState.LetterPending;
import org.reskontra.dunning.ladder.CaseState.Overdue;
import org.reskontra.dunning.ladder.CaseState.Reminded;
import org.reskontra.dunning.ladder.CaseState.Unreachable;
import org.reskontra.dunning.ladder.CaseState.Waiting;
import org.reskontra.dunning.ladder.Ladder;
import org.reskontra.dunning.ladder.NextStep;
import org.reskontra.dunning.policies.PolicyShelf;
import org.reskontra.kit.json.Json;

/** Cases as the API shows them. */
final class CaseBodies {

    private final PolicyShelf policies;

    CaseBodies(PolicyShelf policies) {
        this.policies = policies;
    }

    @Schema(name = "DunningCase")
    record CaseBody(
            InvoiceId invoiceId,
            CustomerId customerId,
            String invoiceNumber,
            StateName state,

            @Schema(
                    description =
                            "The reminder on its way or undeliverable, else the last one sent; 0 before the first")
            int step,

            @Nullable @Schema(description = "When the letter was decided, came back, or the case left the ladder")
            LocalDate since,

            @Nullable @Schema(description = "Why a letter could not be delivered")
            String reason,

            LocalDate dueDate,

            @Schema(description = "As the ledger last told it; interest since then is not in it")
            Outstanding outstanding,

            int remindersSent,
            @Nullable LocalDate lastReminderOn,

            @Nullable @Schema(description = "What happens if nothing changes; null when only news can move the case")
            NextAction nextAction,

            PinnedPolicy policy,
            String rulePack,
            List<HistoryLine> history) {}

    @Schema(name = "DunningCaseSummary")
    record CaseSummary(
            InvoiceId invoiceId,
            CustomerId customerId,
            String invoiceNumber,
            StateName state,
            int step,
            LocalDate dueDate,
            Outstanding outstanding,
            @Nullable NextAction nextAction) {}

    @Schema(name = "DunningCasePage")
    record CasePage(
            List<CaseSummary> items,

            @Nullable @Schema(description = "Pass as `after` for the next page; null on the last")
            String next) {}

    @Schema(name = "NextAction")
    record NextAction(NextStep.Action action, int step, LocalDate on) {

        static @Nullable NextAction of(Optional<NextStep> next) {
            return next.map(step -> new NextAction(step.action(), step.step(), step.on()))
                    .orElse(null);
        }
    }

    @Schema(name = "PinnedPolicy")
    record PinnedPolicy(String id, int version) {}

    @Schema(name = "HistoryLine")
    record HistoryLine(
            int number,
            LocalDate on,

            @Schema(description = "What happened, in the past tense", examples = "ReminderSent")
            String event,

            @Schema(description = "What the event carries", type = SchemaType.OBJECT)
            JsonNode detail,

            Instant recordedAt) {

        static HistoryLine of(CaseBook.Line line) {
            ObjectNode detail = Json.events().valueToTree(line.event());
            detail.remove("on");
            return new HistoryLine(
                    line.number(), line.on(), line.event().getClass().getSimpleName(), detail, line.recordedAt());
        }
    }

    CaseBody full(CaseBook.Entry entry, List<CaseBook.Line> lines) {
        var state = entry.state();
        var file = state.file();
        var terms = file.terms();
        return new CaseBody(
                terms.invoice(),
                terms.customer(),
                terms.number(),
                StateName.of(state),
                step(state),
                since(state),
                state instanceof Unreachable unreachable ? unreachable.reason() : null,
                terms.dueDate(),
                file.standing().owed(),
                file.reminders().sent(),
                file.reminders().last().orElse(null),
                next(state),
                new PinnedPolicy(terms.policy().id(), terms.policy().version()),
                terms.rulePack(),
                lines.stream().map(HistoryLine::of).toList());
    }

    CaseSummary summary(CaseBook.Entry entry) {
        var state = entry.state();
        var terms = state.file().terms();
        return new CaseSummary(
                terms.invoice(),
                terms.customer(),
                terms.number(),
                StateName.of(state),
                step(state),
                terms.dueDate(),
                state.file().standing().owed(),
                next(state));
    }

    /** A case that waits for its due date shows what follows if it is not paid by then. */
    private @Nullable NextAction next(Known state) {
        var policy = policies.pinned(state.file().terms().policy());
        return NextAction.of(Ladder.nextStep(state instanceof Waiting(var file) ? new Overdue(file) : state, policy));
    }

    private static int step(Known state) {
        return switch (state) {
            case LetterPending s -> s.step();
            case Unreachable s -> s.step();
            case Waiting _, Overdue _, Reminded _, HandedOver _, Ended _ ->
                state.file().reminders().sent();
        };
    }

    private static @Nullable LocalDate since(Known state) {
        return switch (state) {
            case LetterPending s -> s.decidedOn();
            case Unreachable s -> s.since();
            case HandedOver s -> s.on();
            case Ended s -> s.on();
            case Waiting _, Overdue _, Reminded _ -> null;
        };
    }
}
