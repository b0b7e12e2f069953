package org.reskontra.invoice.incoming;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.Identifier;
import org.reskontra.invoice.bankfiles.Account;
import org.reskontra.invoice.bankfiles.BankFile;
import org.reskontra.invoice.bankfiles.BankFiles;
import org.reskontra.invoice.bankfiles.BankFiles.Checked;
import org.reskontra.invoice.bankfiles.Damage;
import org.reskontra.invoice.bankfiles.Owner;
import org.reskontra.invoice.incoming.BankFileStore.FileRow;
import org.reskontra.invoice.incoming.BankFileViews.BankFileView;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.kit.work.DueWorkRunner;

/** Where files of a bank are handed in and asked after. */
@RequestScoped
class BankFileDesk {

    private static final String POINTER = "/file";

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final BankFileStore files;
    private final BankFileSettings settings;
    private final DueWorkRunner work;

    @ConfigProperty(name = "reskontra.bank-files.chunk")
    int chunk;

    BankFileDesk(
            Commands commands,
            Transactions transactions,
            Caller caller,
            BankFileStore files,
            BankFileSettings settings,
            DueWorkRunner work) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.files = files;
        this.settings = settings;
        this.work = work;
    }

    /** A sound file and what tells its content from any other. */
    private record Received(Path path, BankFile file, String fingerprint) {}

    /** Checks a whole file and puts it down to be booked; a broken one leaves no trace. */
    Uni<Response> take(Path path) {
        var tenant = caller.tenant();
        return transactions
                .reading(tenant, tx -> settings.intraday(tx).map(intraday -> owner(tx.tenant(), intraday)))
                .chain(owner -> aside(() -> check(path, owner)))
                .chain(received -> commands.post(received.fingerprint(), tx -> put(tx, received)))
                .invoke(() -> work.wake(tenant));
    }

    /** Reading takes its time, which the event loop does not have. */
    private static <T> Uni<T> aside(Callable<T> reading) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(reading, false).toCompletionStage());
    }

    private static Received check(Path path, Owner owner) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
            return switch (BankFiles.check(in, owner)) {
                case Checked.Sound(var file) -> {
                    in.transferTo(OutputStream.nullOutputStream());
                    yield new Received(path, file, HexFormat.of().formatHex(digest.digest()));
                }
                case Checked.Broken(var damage) -> throw broken(damage);
            };
        }
    }

    private static Owner owner(Tenant tenant, boolean intraday) {
        var accounts = new ArrayList<Account>();
        if (tenant.bankgiro() != null) {
            accounts.add(Account.bankgiro(tenant.bankgiro()));
        }
        if (tenant.iban() != null) {
            accounts.add(Account.iban(tenant.iban()));
        }
        return new Owner(accounts, intraday);
    }

    private static Problem broken(Damage damage) {
        var where = damage.line() == 0
                ? damage.place().substring(0, 1).toUpperCase(Locale.ROOT)
                        + damage.place().substring(1)
                : "Line " + damage.line() + ", " + damage.place();
        return Problem.refused(
                "bank-file-broken",
                "The bank file is broken",
                List.of(new FieldError(POINTER, damage.code(), where + ": " + damage.reason())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Uni<Answer> put(Tx tx, Received received) {
        var file = received.file();
        var row = new FileRow(
                Ids.next(),
                received.fingerprint(),
                file.format(),
                file.id(),
                file.accounts().stream().map(Account::toString).toList(),
                file.sums(),
                file.notBooked(),
                file.entries() == 0 ? BankFileStore.State.DONE : BankFileStore.State.QUEUED,
                file.entries(),
                0,
                null);
        return files.add(tx, row)
                .chain(added -> added ? putEntries(tx, row.id(), received) : again(tx, received.fingerprint()))
                .chain(() -> files.fileLike(tx, received.fingerprint()))
                .chain(kept -> files.money(tx, kept.id())
                        .map(money -> Answer.accepted(
                                BankFileResource.PATH + "/" + kept.id(), BankFileView.of(kept, money))));
    }

    /** The same file again: what stopped half-way goes on. */
    private Uni<Void> again(Tx tx, String fingerprint) {
        return files.fileLike(tx, fingerprint).chain(kept -> files.resume(tx, kept.id()));
    }

    private Uni<Void> putEntries(Tx tx, UUID id, Received received) {
        return aside(() -> open(received.path()))
                .chain(in -> aside(() -> BankFiles.entries(in, received.file()))
                        .chain(entries -> {
                            int[] position = {0};
                            return Uni.createFrom()
                                    .deferred(() -> aside(() -> entries.next(chunk)))
                                    .chain(some -> {
                                        int at = position[0];
                                        position[0] += some.size();
                                        return some.isEmpty()
                                                ? Uni.createFrom().item(0)
                                                : files.addChunk(tx, id, at, some)
                                                        .replaceWith(some.size());
                                    })
                                    .repeat()
                                    .whilst(size -> size == chunk)
                                    .collect()
                                    .last();
                        })
                        .eventually(() -> aside(() -> {
                            in.close();
                            return in;
                        })))
                .replaceWithVoid();
    }

    private static InputStream open(Path path) throws IOException {
        return Files.newInputStream(path);
    }

    Uni<FileRow> existing(Tx tx, UUID id) {
        return files.file(tx, id).map(row -> {
            if (row == null) {
                throw Problem.notFound("bank-file", new BankFileId(id));
            }
            return row;
        });
    }

    /** Names a file in a problem. */
    private record BankFileId(UUID value) implements Identifier {

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
