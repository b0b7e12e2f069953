package org.reskontra.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.kafka.PlatformTopics;
import org.reskontra.localstack.mailbox.Mailbox;
import org.reskontra.localstack.oidc.TokenIssuer;

/** What the services stand on: database server, broker with its topics, token issuer, mailbox. */
public final class LocalStack implements AutoCloseable {

    /**
     * What to start and where.
     *
     * @param data kept and used again; null for a throw-away folder
     * @param logs where the servers log
     * @param tenant the tenant of tokens that name none; may be null
     * @param ports where issuer and mailbox listen
     */
    public record Options(
            Backend backend,
            @Nullable Path data,
            Path logs,
            @Nullable TenantId tenant,
            StackPorts ports,
            Consumer<String> progress) {}

    /** Wanted ports, 0 for any; a taken one is replaced by a free one. */
    public record StackPorts(int issuer, int smtp, int mailbox) {

        public static final StackPorts ANY = new StackPorts(0, 0, 0);
    }

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Path folder;
    private Warden warden;
    private Servers servers;
    private TokenIssuer issuer;
    private Mailbox mailbox;

    private LocalStack() {}

    /** Starts everything and returns when it can be used. What has started is stopped again when a part fails. */
    public static LocalStack start(Options options) {
        LocalStack stack = new LocalStack();
        try {
            stack.startParts(options);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startParts(Options options) {
        boolean throwAway = options.data() == null;
        folder = throwAway ? temporaryFolder() : options.data().toAbsolutePath();
        if (throwAway) {
            running.push(() -> remove(folder));
        }
        warden = Warden.start(folder.resolve("pids"), throwAway ? folder : null);
        running.push(warden);
        Path logs = options.logs().toAbsolutePath();
        servers = Servers.start(options.backend(), folder, logs, warden);
        running.push(servers);
        PlatformTopics.prepare(servers.kafka());
        options.progress().accept("PostgreSQL on " + servers.postgres() + ", Kafka on " + servers.kafka());
        issuer = TokenIssuer.start(
                Ports.orFree(options.ports().issuer(), "the token issuer", options.progress()),
                folder.resolve("issuer-key.json"),
                options.tenant());
        running.push(issuer);
        mailbox = Mailbox.start(
                Ports.orFree(options.ports().smtp(), "the mailbox (SMTP)", options.progress()),
                Ports.orFree(options.ports().mailbox(), "the mailbox (HTTP)", options.progress()));
        running.push(mailbox);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("reskontra-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    public Servers servers() {
        return servers;
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public Warden warden() {
        return warden;
    }

    /** Where this run keeps its data. */
    public Path folder() {
        return folder;
    }

    /** Stops in the reverse order of the start; the first failure is thrown after everything was tried. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("the local stack did not stop cleanly", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
