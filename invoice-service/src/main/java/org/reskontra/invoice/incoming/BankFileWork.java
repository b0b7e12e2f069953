package org.reskontra.invoice.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.bankfiles.Entry;
import org.reskontra.invoice.bankfiles.Entry.Kind;
import org.reskontra.invoice.incoming.BankFileStore.Chunk;
import org.reskontra.invoice.incoming.BankFileStore.EntryRow;
import org.reskontra.invoice.incoming.MatchByScore.Aimed;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.matching.Candidate;
import org.reskontra.invoice.matching.Matching;
import org.reskontra.invoice.matching.ReferenceCheck;
import org.reskontra.invoice.matching.Share;
import org.reskontra.invoice.matching.Suggestion;
import org.reskontra.invoice.matching.Suggestion.Reason;
import org.reskontra.invoice.payments.NewPayment;
import org.reskontra.invoice.payments.PaymentIntake;
import org.reskontra.invoice.suggestions.MatchingSettings;
import org.reskontra.invoice.suggestions.Payers;
import org.reskontra.invoice.suggestions.Payers.Paid;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Trouble;
import org.reskontra.kit.work.DueWork;

/**
 * Books the entries of bank files, a chunk at a time: payments, what became of them and the progress of the file commit
 * together, so that a crash neither loses an entry nor books one twice.
 */
@ApplicationScoped
@Priority(26)
class BankFileWork implements DueWork {

    private static final Logger LOG = Logger.getLogger(BankFileWork.class);
    private static final int LONGEST_NAME = 200;

    private final Transactions transactions;
    private final BankFileStore files;
    private final PaymentIntake intake;
    private final MatchingSettings settings;
    private final MatchByScore byScore;
    private final Payers payers;

    BankFileWork(
            Transactions transactions,
            BankFileStore files,
            PaymentIntake intake,
            MatchingSettings settings,
            MatchByScore byScore,
            Payers payers) {
        this.transactions = transactions;
        this.files = files;
        this.intake = intake;
        this.settings = settings;
        this.byScore = byScore;
        this.payers = payers;
    }

    @Override
    public String name() {
        return "bank-files";
    }

    @Override
    public String due() {
        return BankFileStore.UNDER_WAY;
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions
                .in(
                        tenant,
                        tx -> files.next(tx)
                                .chain(chunk -> chunk == null
                                        ? Uni.createFrom().item(0)
                                        : takeIn(tx, chunk)
                                                .chain(rows -> files.done(tx, chunk, rows))
                                                .replaceWith(chunk.entries().size())))
                .onFailure(failure -> !Trouble.passes(failure))
                .recoverWithUni(failure -> giveUp(tenant, failure));
    }

    /** A file that breaks us must not stand in the way of all other work for ever. */
    private Uni<Integer> giveUp(TenantId tenant, Throwable failure) {
        LOG.error("a bank file is given up", failure);
        return transactions
                .in(tenant, tx -> files.fail(tx, failure.getClass().getSimpleName()))
                .replaceWith(1);
    }

    private Uni<List<EntryRow>> takeIn(Tx tx, Chunk chunk) {
        var identities = chunk.entries().stream().map(Entry::identity).collect(Collectors.toSet());
        return files.bookedBefore(tx, chunk.id(), identities).chain(before -> {
            var payments = chunk.entries().stream()
                    .filter(entry -> isToBook(entry, before))
                    .toList();
            Set<String> texts = new LinkedHashSet<>();
            payments.forEach(payment -> texts.addAll(Matching.texts(payment)));
            return files.candidates(tx, texts)
                    .chain(candidates -> settings.get(tx)
                            .chain(setting -> byScore.match(
                                    tx, setting.threshold(), aimed(payments, candidates, setting.check()))))
                    .chain(aimed -> book(tx, aimed))
                    .chain(booked -> learn(tx, booked).replaceWith(booked))
                    .map(booked -> rows(tx, chunk, before, booked));
        });
    }

    private static boolean isToBook(Entry entry, Set<String> before) {
        return entry.kind() == Kind.PAYMENT
                && entry.amount().isPositive()
                && entry.amount().minor() <= InvoiceRules.MOST_MINOR
                && !before.contains(entry.identity());
    }

    private static List<Aimed> aimed(List<Entry> payments, List<Candidate> candidates, ReferenceCheck check) {
        Map<String, List<Candidate>> byText = candidates.stream().collect(Collectors.groupingBy(Candidate::text));
        var aimed = new ArrayList<Aimed>();
        for (var payment : payments) {
            var its = Matching.texts(payment).stream()
                    .flatMap(text -> byText.getOrDefault(text, List.of()).stream())
                    .toList();
            aimed.add(new Aimed(payment, Matching.shares(payment, its, check), null));
        }
        return aimed;
    }

    private record Booked(Aimed aimed, Share share, PaymentIntake.Outcome outcome) {

        /** What its payer pays is known without our own guess. */
        boolean teaches() {
            return share.invoice() != null
                    && aimed.sure() == null
                    && aimed.entry().payer().account() != null
                    && outcome instanceof PaymentIntake.Outcome.Taken;
        }
    }

    private Uni<Map<Integer, List<Booked>>> book(Tx tx, List<Aimed> aimed) {
        var payments = aimed.stream()
                .flatMap(one -> one.shares().stream().map(share -> payment(one.entry(), share)))
                .toList();
        return intake.take(tx, payments).map(outcomes -> {
            var next = outcomes.iterator();
            Map<Integer, List<Booked>> booked = new HashMap<>();
            for (var one : aimed) {
                booked.put(
                        one.entry().number(),
                        one.shares().stream()
                                .map(share -> new Booked(one, share, next.next()))
                                .toList());
            }
            return booked;
        });
    }

    private Uni<Void> learn(Tx tx, Map<Integer, List<Booked>> booked) {
        return payers.learn(
                tx,
                booked.values().stream()
                        .flatMap(List::stream)
                        .filter(Booked::teaches)
                        .map(one -> new Paid(
                                one.aimed().entry().payer().account(),
                                one.share().invoice()))
                        .toList());
    }

    private static NewPayment payment(Entry entry, Share share) {
        return new NewPayment(
                null,
                share.reference(),
                share.invoice(),
                share.amount(),
                entry.valueDate(),
                entry.bookingDate(),
                name(entry.payer().name()));
    }

    private static @Nullable String name(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var name = written.replaceAll("\\p{Cntrl}", " ");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static List<EntryRow> rows(Tx tx, Chunk chunk, Set<String> before, Map<Integer, List<Booked>> booked) {
        var rows = new ArrayList<EntryRow>();
        for (var entry : chunk.entries()) {
            var payments = booked.get(entry.number());
            if (payments == null) {
                rows.add(unbooked(tx, chunk, entry, before));
                continue;
            }
            for (int share = 0; share < payments.size(); share++) {
                rows.add(row(tx, chunk, entry, share + 1, payments.get(share)));
            }
        }
        return rows;
    }

    private static EntryRow row(Tx tx, Chunk chunk, Entry entry, int number, Booked booked) {
        var share = booked.share();
        return switch (booked.outcome()) {
            case PaymentIntake.Outcome.Taken taken ->
                row(
                        tx,
                        chunk,
                        entry,
                        number,
                        share.amount().minor(),
                        taken.isMatched() ? Outcome.MATCHED : Outcome.WORK_LIST,
                        share.why(),
                        taken,
                        booked.aimed().sure());
            case PaymentIntake.Outcome.Refused(var why) ->
                row(
                        tx,
                        chunk,
                        entry,
                        number,
                        share.amount().minor(),
                        Outcome.REFUSED,
                        why.body().code(),
                        null,
                        null);
            case PaymentIntake.Outcome.Known _ ->
                throw new IllegalStateException("a payment whose id was just made cannot be there");
        };
    }

    private static EntryRow unbooked(Tx tx, Chunk chunk, Entry entry, Set<String> before) {
        var outcome = before.contains(entry.identity())
                ? Outcome.BOOKED_BEFORE
                : switch (entry.kind()) {
                    case PAYMENT -> entry.amount().isZero() ? Outcome.NOT_INCOMING : Outcome.REFUSED;
                    case DEDUCTION, REVERSAL -> Outcome.WORK_LIST;
                    case CHARGE, WITHDRAWAL -> Outcome.NOT_INCOMING;
                };
        var why = switch (outcome) {
            case BOOKED_BEFORE -> "booked-before";
            case REFUSED -> "amount-too-large";
            case WORK_LIST, NOT_INCOMING, MATCHED ->
                switch (entry.kind()) {
                    case PAYMENT -> "no-money";
                    case DEDUCTION -> "deduction";
                    case REVERSAL -> "reversal";
                    case CHARGE -> "charge";
                    case WITHDRAWAL -> "withdrawal";
                };
        };
        return row(tx, chunk, entry, 1, entry.amount().minor(), outcome, why, null, null);
    }

    private static EntryRow row(
            Tx tx,
            Chunk chunk,
            Entry entry,
            int share,
            long minor,
            Outcome outcome,
            String why,
            PaymentIntake.Outcome.@Nullable Taken taken,
            @Nullable Suggestion sure) {
        return new EntryRow(
                chunk.id(),
                entry.number(),
                share,
                tx.tenantId().value(),
                entry.identity(),
                entry.part(),
                entry.kind(),
                minor,
                entry.amount().currency(),
                entry,
                outcome,
                why,
                taken == null ? null : taken.id(),
                sure == null ? null : sure.score(),
                sure == null ? null : sure.reasons().stream().map(Reason::clue).toList());
    }
}
