package org.reskontra.dunning.channels;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.TenantId;
import org.reskontra.dunning.cases.CaseHandler;
import org.reskontra.dunning.cases.CaseHandler.Told;
import org.reskontra.dunning.channels.Channel.Outcome;
import org.reskontra.dunning.channels.ContactCards.Addressee;
import org.reskontra.dunning.ladder.CaseCommand.Receipt;
import org.reskontra.dunning.ladder.CaseCommand.Undeliverable;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.letters.Creditor;
import org.reskontra.dunning.policies.Law;
import org.reskontra.dunning.policies.PolicyShelf;
import org.reskontra.kit.clock.BusinessClock;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.work.DueWork;
import org.reskontra.kit.work.DueWorkRunner;

/**
 * Sends queued letters: takes a few for a short while, takes a last look at each case, stores the text, sends it, and
 * stores the receipt together with {@code reminder-sent}. Killed anywhere in between, another run takes the letter over
 * when its time is up and sends it under the same Message-ID, if the case still wants it.
 */
@ApplicationScoped
@Priority(10)
public class Sender implements DueWork {

    /** A letter that is held because nothing is owed is looked at again after this. */
    private static final Duration HOLD = Duration.ofSeconds(2);

    /** A retry due sooner than this wakes us; a later one is found by the poll. */
    private static final Duration WORTH_A_TIMER = Duration.ofMinutes(2);

    @ConfigProperty(name = "dunning.mail.batch")
    int batch;

    @ConfigProperty(name = "dunning.mail.lease")
    Duration lease;

    @ConfigProperty(name = "dunning.mail.first-retry")
    Duration firstRetry;

    @ConfigProperty(name = "dunning.mail.longest-retry")
    Duration longestRetry;

    @ConfigProperty(name = "dunning.mail.most-attempts")
    int mostAttempts;

    private final Transactions transactions;
    private final LetterQueue letters;
    private final CaseHandler cases;
    private final ContactCards cards;
    private final Channel channel;
    private final PolicyShelf policies;
    private final Law law;
    private final BusinessClock clock;
    private final DueWorkRunner runner;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Set<TenantId> timers = ConcurrentHashMap.newKeySet();

    Sender(
            Transactions transactions,
            LetterQueue letters,
            CaseHandler cases,
            ContactCards cards,
            Channel channel,
            PolicyShelf policies,
            Law law,
            BusinessClock clock,
            DueWorkRunner runner,
            Vertx vertx,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.letters = letters;
        this.cases = cases;
        this.cards = cards;
        this.channel = channel;
        this.policies = policies;
        this.law = law;
        this.clock = clock;
        this.runner = runner;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public String due() {
        return LetterQueue.ANY;
    }

    /** A letter in our hands, and what is to be done with it. */
    private record Attempt(LetterRow row, LastLook found, Creditor creditor) {}

    /** An attempt and what came of it. */
    private record Concluded(LetterRow row, Outcome outcome) {}

    /**
     * What one claim brought.
     *
     * @param untilNext how long until a letter can be claimed when none could be now; empty when none is waiting
     */
    private record Taken(List<Attempt> attempts, Optional<Duration> untilNext) {}

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(tenant, this::take).chain(taken -> {
            taken.untilNext().ifPresent(delay -> wakeIn(tenant, delay));
            return sendAll(taken.attempts())
                    .chain(concluded -> concluded.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : transactions.in(tenant, tx -> conclude(tx, concluded)))
                    .replaceWith(taken.attempts().size());
        });
    }

    /** Claims letters, looks at their cases, and stores what is about to be sent. */
    private Uni<Taken> take(Tx tx) {
        return letters.claim(tx, batch, lease)
                .chain(rows -> rows.isEmpty()
                        ? letters.untilNext(tx).map(next -> new Taken(List.of(), next))
                        : cases.states(tx, rows.stream().map(LetterRow::invoice).toList())
                                .chain(states -> cards.of(
                                                tx,
                                                rows.stream()
                                                        .map(LetterRow::customer)
                                                        .toList())
                                        .map(addressees -> look(tx, rows, states, addressees)))
                                .call(() -> letters.save(tx, rows))
                                .map(attempts -> new Taken(attempts, Optional.empty())));
    }

    private List<Attempt> look(
            Tx tx, List<LetterRow> rows, Map<InvoiceId, CaseState> states, Map<CustomerId, Addressee> addressees) {
        var tenant = tx.tenant();
        var creditor = new Creditor(
                tenant.creditorName(), tenant.organisationNumber(), tenant.bankgiro(), tenant.iban(), tenant.replyTo());
        var attempts = new ArrayList<Attempt>();
        for (var row : rows) {
            var found = channel.isUnderWay(row.id())
                    ? new LastLook.UnderWay()
                    : LastLook.at(
                            row, states.get(row.invoice()), addressees.get(row.customer()), tx.today(), policies, law);
            switch (found) {
                case LastLook.Send send -> {
                    var writer = law.letters(send.reminder().file().terms().country());
                    var letter =
                            writer.write(send.reminder(), creditor, send.to().name(), send.language());
                    row.write(send.reminder(), letter, send.email(), send.language());
                }
                case LastLook.Drop drop -> row.cancelled(drop.reason());
                case LastLook.Hold _ -> {
                    row.attempts--;
                    row.wait("nothing-owed", clock.now().plus(HOLD));
                }
                case LastLook.Unknown _, LastLook.NoAddress _, LastLook.UnderWay _ -> {
                    // concluded together with the letters that were sent
                }
            }
            attempts.add(new Attempt(row, found, creditor));
        }
        return attempts;
    }

    private Uni<List<Concluded>> sendAll(List<Attempt> attempts) {
        return Multi.createFrom()
                .iterable(attempts)
                .onItem()
                .transformToUni(this::send)
                .merge(batch)
                .collect()
                .asList();
    }

    private Uni<Concluded> send(Attempt attempt) {
        return switch (attempt.found()) {
            case LastLook.Send send ->
                channel.send(new Channel.Outgoing(
                                attempt.row().id(),
                                send.email(),
                                attempt.creditor().name(),
                                attempt.creditor().replyTo(),
                                attempt.row().letter()))
                        .invoke(this::count)
                        .map(outcome -> new Concluded(attempt.row(), outcome));
            case LastLook.UnderWay _ ->
                channel.awaitOutcome(attempt.row().id())
                        .invoke(this::count)
                        .map(outcome -> new Concluded(attempt.row(), outcome));
            case LastLook.Unknown _ ->
                Uni.createFrom().item(new Concluded(attempt.row(), new Outcome.Trouble("no-contact-card")));
            case LastLook.NoAddress _ ->
                Uni.createFrom().item(new Concluded(attempt.row(), new Outcome.Refused("no-email-address")));
            case LastLook.Drop _, LastLook.Hold _ -> Uni.createFrom().nullItem();
        };
    }

    private void count(Outcome outcome) {
        var result = switch (outcome) {
            case Outcome.Sent _ -> "sent";
            case Outcome.Refused _ -> "refused";
            case Outcome.Trouble _ -> "trouble";
        };
        metrics.counter("reskontra_letter_attempts_total", "channel", channel.name(), "outcome", result)
                .increment();
    }

    /** Stores what came of the attempts, and tells the cases, in one transaction. */
    private Uni<Void> conclude(Tx tx, List<Concluded> concluded) {
        var told = concluded.stream().flatMap(one -> told(tx, one).stream()).toList();
        return cases.handle(tx, told)
                .chain(() -> letters.lock(
                        tx, concluded.stream().map(one -> one.row().id()).toList()))
                .chain(current -> {
                    var byId = current.stream().collect(Collectors.toMap(LetterRow::id, row -> row));
                    var changed = concluded.stream()
                            .filter(one -> isNews(one, byId.get(one.row().id())))
                            .map(this::ended)
                            .toList();
                    return letters.save(tx, changed);
                });
    }

    /** A letter that was sent is sent, whoever has it now; of any other attempt only the newest counts. */
    private static boolean isNews(Concluded one, LetterRow current) {
        return current.isOpen() && (one.outcome() instanceof Outcome.Sent || current.attempts == one.row().attempts);
    }

    private List<Told> told(Tx tx, Concluded one) {
        var row = one.row();
        return switch (one.outcome()) {
            case Outcome.Sent _ -> List.of(Told.by(row.invoice(), new Receipt(row.dated, row.step, row.asSent())));
            case Outcome.Refused refused ->
                List.of(Told.by(row.invoice(), new Undeliverable(tx.today(), row.step, refused.reason())));
            case Outcome.Trouble trouble ->
                isLastAttempt(row)
                        ? List.of(Told.by(row.invoice(), new Undeliverable(tx.today(), row.step, trouble.reason())))
                        : List.of();
        };
    }

    private LetterRow ended(Concluded one) {
        var row = one.row();
        switch (one.outcome()) {
            case Outcome.Sent _ -> row.sent();
            case Outcome.Refused refused -> row.undeliverable(refused.reason());
            case Outcome.Trouble trouble -> {
                if (isLastAttempt(row)) {
                    row.undeliverable(trouble.reason());
                } else {
                    row.wait(trouble.reason(), clock.now().plus(backOff(row.attempts)));
                }
            }
        }
        return row;
    }

    private boolean isLastAttempt(LetterRow row) {
        return row.attempts >= mostAttempts;
    }

    private Duration backOff(int attempts) {
        var delay = firstRetry;
        for (int i = 1; i < attempts && delay.compareTo(longestRetry) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(longestRetry) > 0 ? longestRetry : delay;
    }

    private void wakeIn(TenantId tenant, Duration delay) {
        if (delay.compareTo(WORTH_A_TIMER) < 0 && timers.add(tenant)) {
            vertx.setTimer(Math.max(1, delay.toMillis()), fired -> {
                timers.remove(tenant);
                runner.wake(tenant);
            });
        }
    }
}
