package org.reskontra.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
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
     * @param progress hears one short line per step
     */
    public record Options(
            Backend backend,
            @Nullable Path data,
            Path logs,
            @Nullable TenantId tenant,
            StackPorts ports,
            Consumer<String> progress) {}

    /** Wanted ports, 0 for any; a taken one is replaced by a free one, with a notice. */
    public record StackPorts(int postgres, int kafka, int issuer, int smtp, int mailbox) {

        public static final StackPorts ANY = new StackPorts(0, 0, 0, 0, 0);
    }

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Path folder;
    private PortBook ports;
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
        folder = throwAway ? Scratch.throwAway() : options.data().toAbsolutePath();
        if (throwAway) {
            running.push(() -> Scratch.remove(folder));
        }
        running.push(lock(folder));
        ports = new PortBook(options.progress());
        running.push(ports);
        warden = Warden.start(folder, throwAway);
        running.push(warden);
        servers = Servers.start(
                options.backend(), folder, options.logs().toAbsolutePath(), ports, options.ports(), warden);
        running.push(servers);
        PlatformTopics.prepare(servers.kafka());
        options.progress().accept("PostgreSQL on " + servers.postgres() + ", Kafka on " + servers.kafka());
        issuer = TokenIssuer.start(
                ports.take(options.ports().issuer(), "the token issuer"),
                folder.resolve("issuer-key.json"),
                options.tenant());
        running.push(issuer);
        mailbox = Mailbox.start(
                ports.take(options.ports().smtp(), "the mailbox (SMTP)"),
                ports.take(options.ports().mailbox(), "the mailbox (HTTP)"));
        running.push(mailbox);
    }

    /** Two runs over one folder would destroy each other's data. */
    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (file.tryLock() != null) {
                    return file;
                }
            } catch (OverlappingFileLockException inThisProcess) {
                // as good as another process
            }
            file.close();
            throw new IllegalStateException("another run uses the data folder " + folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + folder, e);
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

    PortBook ports() {
        return ports;
    }

    Warden warden() {
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
