package org.reskontra.invoice.uploads;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.reskontra.contracts.Identifier;
import org.reskontra.invoice.uploads.ImportStore.Job;
import org.reskontra.invoice.uploads.ImportStore.Kind;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.work.DueWorkRunner;

/** Where files are handed in and asked after, whatever they hold. */
@RequestScoped
class ImportDesk {

    private static final long MOST_BYTES = 12L * 1024 * 1024;

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final ImportStore imports;
    private final DueWorkRunner work;

    @ConfigProperty(name = "reskontra.imports.chunk")
    int chunk;

    ImportDesk(Commands commands, Transactions transactions, Caller caller, ImportStore imports, DueWorkRunner work) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.imports = imports;
        this.work = work;
    }

    /** Names an import in a problem. */
    private record ImportId(UUID value) implements Identifier {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * Takes a file in; its lines are done later.
     *
     * @param path of the resource, below which the job is found
     * @param reading takes its time, which the event loop does not have
     */
    Uni<Response> start(String path, Callable<ImportFile> reading) {
        var tenant = caller.tenant();
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(reading, false).toCompletionStage())
                .chain(file -> commands.post(file, tx -> {
                    var id = Ids.next();
                    var job = new Job(
                            id,
                            file.format(),
                            ImportStore.State.QUEUED,
                            file.lines().size(),
                            0,
                            0,
                            null);
                    return imports.add(tx, id, file, chunk)
                            .replaceWith(() -> Answer.accepted(path + "/" + id, ImportView.of(job, List.of())));
                }))
                .invoke(() -> work.wake(tenant));
    }

    Uni<ImportView> get(Kind kind, UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> imports.job(tx, kind, id).chain(job -> {
                    if (job == null) {
                        throw Problem.notFound("import", new ImportId(id));
                    }
                    return imports.report(tx, id).map(report -> ImportView.of(job, report));
                }));
    }

    static byte[] bytes(FileUpload upload) throws IOException {
        if (upload.size() > MOST_BYTES) {
            throw Problem.invalid("/file", "too-large", "A file has at most 12 MB: cut it in parts.");
        }
        return Files.readAllBytes(upload.uploadedFile());
    }
}
