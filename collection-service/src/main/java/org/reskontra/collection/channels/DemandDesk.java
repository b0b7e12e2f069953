package org.reskontra.collection.channels;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.cases.CaseFile;
import org.reskontra.collection.cases.CaseStore;
import org.reskontra.collection.demands.Creditor;
import org.reskontra.collection.demands.Demand;
import org.reskontra.collection.demands.DemandWriter;
import org.reskontra.collection.demands.Language;
import org.reskontra.collection.letters.LetterRow;
import org.reskontra.collection.letters.LetterStatus;
import org.reskontra.collection.letters.Letters;
import org.reskontra.collection.process.CaseCommand.ConfirmSent;
import org.reskontra.collection.process.CaseCommand.ReportUndeliverable;
import org.reskontra.collection.process.CaseProcess;
import org.reskontra.collection.process.Obstacle;
import org.reskontra.contracts.CustomerId;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.rulebook.Rulebook;

/** The two transactions around sending: the last look before, and the receipt after. */
@ApplicationScoped
class DemandDesk {

    static final String CAUSE = "send-demands";

    private static final Logger LOG = Logger.getLogger(DemandDesk.class);

    private final CaseStore cases;
    private final Letters letters;
    private final ContactBook contacts;
    private final DemandSettings settings;
    private final MeterRegistry metrics;

    DemandDesk(CaseStore cases, Letters letters, ContactBook contacts, DemandSettings settings, MeterRegistry metrics) {
        this.cases = cases;
        this.letters = letters;
        this.contacts = contacts;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Takes letters whose turn has come, looks at their cases once more and draws the demands up. */
    Uni<Claimed> claim(Tx tx) {
        return cases.lockWithLetterDue(tx, settings.sendBatch())
                .chain(files ->
                        files.isEmpty() ? Uni.createFrom().item(new Claimed(0, List.of(), null)) : claim(tx, files));
    }

    private Uni<Claimed> claim(Tx tx, List<CaseFile> files) {
        var byId = byId(files);
        return contacts.of(tx, files.stream().map(CaseFile::customer).toList())
                .chain(known -> letters.lockDue(tx, byId.keySet())
                        .chain(due -> letters.now(tx).chain(now -> {
                            var round = new Round(tx, now, known);
                            due.forEach(letter -> round.lastLook(letter, byId.get(letter.caseId)));
                            return letters.save(tx, due)
                                    .chain(() -> cases.save(tx, files))
                                    .replaceWith(() -> new Claimed(due.size(), round.ready, round.nextAttempt));
                        })));
    }

    /** Records what became of letters; answers the shortest wait of those to be tried again. */
    Uni<Optional<Duration>> record(Tx tx, List<Sent> sent) {
        var caseIds = sent.stream()
                .map(one -> one.letter().caseId().value())
                .distinct()
                .toList();
        var letterIds = sent.stream().map(one -> one.letter().id().value()).toList();
        return cases.lock(tx, caseIds)
                .chain(files -> letters.lock(tx, letterIds)
                        .chain(rows -> letters.now(tx).chain(now -> {
                            var round = new Round(tx, now, Map.of());
                            var byId = byId(files);
                            var byLetter = new HashMap<UUID, LetterRow>();
                            rows.forEach(row -> byLetter.put(row.letterId, row));
                            for (var one : sent) {
                                var row = byLetter.get(one.letter().id().value());
                                round.receipt(row, byId.get(row.caseId), one);
                            }
                            return letters.save(tx, rows)
                                    .chain(() -> cases.save(tx, files))
                                    .replaceWith(() -> Optional.ofNullable(round.nextAttempt));
                        })));
    }

    private static Map<UUID, CaseFile> byId(List<CaseFile> files) {
        var byId = new HashMap<UUID, CaseFile>();
        files.forEach(file -> byId.put(file.id().value(), file));
        return byId;
    }

    /** One pass over some letters. */
    private final class Round {

        private final Tx tx;
        private final OffsetDateTime now;
        private final Map<CustomerId, Contact> contacts;
        private final List<Outgoing> ready = new ArrayList<>();
        private @Nullable Duration nextAttempt;

        Round(Tx tx, OffsetDateTime now, Map<CustomerId, Contact> contacts) {
            this.tx = tx;
            this.now = now;
            this.contacts = contacts;
        }

        void lastLook(LetterRow row, CaseFile file) {
            if (!CaseProcess.awaits(file.state(), row.id())) {
                row.status = LetterStatus.WITHDRAWN;
                count("withdrawn");
                row.nextAttemptAt = null;
                row.trouble = row.attempts > 0 ? "an attempt without a receipt may have reached the debtor" : null;
                return;
            }
            row.attempts++;
            var contact = contacts.get(file.customer());
            if (contact == null && row.attempts < settings.attemptsWithoutCard()) {
                postpone(row, "no contact card has come yet");
            } else if (contact == null || !contact.canBeReached()) {
                giveUp(row, file, Obstacle.NO_ADDRESS);
            } else {
                ready.add(drawUp(row, file, contact));
            }
        }

        private Outgoing drawUp(LetterRow row, CaseFile file, Contact contact) {
            var claim = CaseProcess.claim(file.state()).orElseThrow();
            var open = CaseProcess.open(file.state()).orElseThrow();
            var pack = Rulebook.standard().pack(claim.country());
            var demand = Demand.draw(pack, creditor(tx.tenant()), contact.name(), claim, open, tx.today());
            var language = Language.readBy(contact.language() == null ? "" : contact.language());
            var outgoing = new Outgoing(
                    row.id(),
                    file.id(),
                    row.attempts,
                    contact.email(),
                    tx.tenant().replyTo(),
                    DemandWriter.write(demand, language),
                    demand.sentOn(),
                    demand.deadline(),
                    demand.reckoning().total());
            row.status = LetterStatus.SENDING;
            row.nextAttemptAt = now.plus(settings.lease());
            row.language = language.name();
            copy(outgoing, row);
            return outgoing;
        }

        void receipt(LetterRow row, CaseFile file, Sent sent) {
            var letter = sent.letter();
            boolean stillOurs = row.status == LetterStatus.SENDING && row.attempts == letter.attempt();
            switch (sent.outcome()) {
                case Outcome.Taken() when row.status != LetterStatus.SENT -> taken(row, file, letter);
                case Outcome.Refused(var reason)
                when stillOurs -> {
                    row.trouble = reason;
                    giveUp(row, file, Obstacle.REFUSED);
                }
                case Outcome.Trouble(var reason)
                when stillOurs && row.attempts >= settings.attempts() -> {
                    row.trouble = reason;
                    giveUp(row, file, Obstacle.GAVE_UP);
                }
                case Outcome.Trouble(var reason) when stillOurs -> postpone(row, reason);
                case Outcome.Taken() -> LOG.warnf("letter %s left twice, under the same id", letter.id());
                case Outcome.Refused _, Outcome.Trouble _ ->
                    LOG.warnf("letter %s was taken over by another replica in the meantime", letter.id());
            }
        }

        private void taken(LetterRow row, CaseFile file, Outgoing letter) {
            row.status = LetterStatus.SENT;
            count("sent");
            row.sentAt = now;
            row.nextAttemptAt = null;
            row.trouble = null;
            copy(letter, row);
            file.ask(new ConfirmSent(letter.id(), letter.drawnOn(), letter.deadline(), letter.demanded()), CAUSE);
        }

        private void postpone(LetterRow row, String reason) {
            var wait = settings.waitAfter(row.attempts);
            row.status = LetterStatus.QUEUED;
            count("postponed");
            row.nextAttemptAt = now.plus(wait);
            row.trouble = reason;
            if (nextAttempt == null || wait.compareTo(nextAttempt) < 0) {
                nextAttempt = wait;
            }
            LOG.infof("letter %s is tried again in %s: %s", row.letterId, wait, reason);
        }

        private void giveUp(LetterRow row, CaseFile file, Obstacle why) {
            row.status = LetterStatus.UNDELIVERABLE;
            count("undeliverable");
            row.nextAttemptAt = null;
            file.ask(new ReportUndeliverable(row.id(), tx.today(), why), CAUSE);
        }
    }

    private void count(String outcome) {
        metrics.counter("reskontra_demands_total", "outcome", outcome).increment();
    }

    private static void copy(Outgoing letter, LetterRow row) {
        row.recipient = letter.recipient();
        row.subject = letter.letter().subject();
        row.body = letter.letter().text();
        row.drawnOn = letter.drawnOn();
        row.deadline = letter.deadline();
        row.demand(letter.demanded());
    }

    private static Creditor creditor(Tenant tenant) {
        return new Creditor(
                tenant.creditorName(), tenant.organisationNumber(), tenant.bankgiro(), tenant.iban(), tenant.replyTo());
    }
}
