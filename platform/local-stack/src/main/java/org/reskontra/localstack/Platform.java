package org.reskontra.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.Servers.Server;
import org.reskontra.localstack.mailbox.Mailbox;
import org.reskontra.localstack.oidc.Role;
import org.reskontra.localstack.oidc.TokenIssuer;
import org.reskontra.localstack.postgres.Databases;
import org.reskontra.localstack.postgres.PostgresAddress;
import org.reskontra.localstack.services.Launch;
import org.reskontra.localstack.services.Service;
import org.reskontra.localstack.services.ServiceProcess;

/**
 * The whole platform on one machine: the {@link LocalStack} and the packaged services as processes of their own.
 *
 * <p>A service that ends by itself ends the platform, see {@link #failure()}, unless the platform is restartable: then
 * the others go on, and the service may be started again by {@link #restart} or by the command in run.json.
 */
public final class Platform implements AutoCloseable {

    /** How the names of the launcher's own logs begin; it has opened its log by the time that others are removed. */
    static final String LAUNCHER_LOG = "launcher";

    private static final long WATCH_MILLIS = 250;

    private final PlatformOptions options;
    private final RunFile runFile;
    private final Path logs;
    private final LocalStack stack;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private volatile boolean stopping;

    private Platform(PlatformOptions options, RunFile runFile, Path logs, LocalStack stack) {
        this.options = options;
        this.runFile = runFile;
        this.logs = logs;
        this.stack = stack;
    }

    /**
     * Starts everything and returns when every service is ready.
     *
     * @throws IllegalStateException when a part does not come up; by then what had started is stopped
     */
    public static Platform start(PlatformOptions options) {
        for (Service service : options.services) {
            if (!Files.exists(service.packaged(options.root))) {
                throw new IllegalStateException(
                        "there is no " + service.packaged(options.root) + ": build it with mvn -DskipTests package");
            }
        }
        RunFile runFile = RunFile.claim(options.runFile);
        LocalStack stack;
        Path logs = runFile.beside(options.logs);
        try {
            clear(logs);
            options.progress.accept("starting PostgreSQL and Kafka");
            stack = LocalStack.start(new LocalStack.Options(
                    options.backend, options.data, logs, options.tenant, options.stackPorts, options.progress));
        } catch (RuntimeException e) {
            runFile.close();
            throw e;
        }
        Platform platform = new Platform(options, runFile, logs, stack);
        try {
            platform.startServices();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private static void clear(Path logs) {
        try {
            Files.createDirectories(logs);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(logs, "*.log")) {
                for (Path log : old) {
                    if (!log.getFileName().toString().startsWith(LAUNCHER_LOG)) {
                        Files.delete(log);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the log folder " + logs, e);
        }
    }

    private void startServices() {
        CompletableFuture<Void> watching =
                stack.servers().failure().thenAccept(server -> fail(server + " ended, see " + logs));
        for (Service service : options.services) {
            Databases.prepare(stack.servers().postgres(), service.database());
        }
        for (Service service : options.services) {
            Launch launch = launch(service);
            launch.write(launchFile(service));
            services.put(service, ServiceProcess.start(launch));
        }
        if (!services.isEmpty()) {
            options.progress.accept("starting " + services.size() + " services");
            ServiceProcess.awaitReady(services.values(), options.startLimit, options.progress);
        }
        if (watching.isDone()) {
            throw new IllegalStateException(failure.join());
        }
        writeRunFile();
        services.forEach((service, process) ->
                Thread.ofVirtual().name("watch-" + service.id()).start(() -> watch(service, process)));
    }

    private Launch launch(Service service) {
        return launch(
                service,
                service.fullName(),
                stack.ports().take(options.servicePorts.get(service), service.fullName()),
                service.id());
    }

    private Launch launch(Service service, String name, int port, String id) {
        Surroundings surroundings = options.surroundings.apply(Surroundings.of(stack));
        Map<String, String> environment =
                Environment.of(service, port, surroundings, stack.issuer().address());
        environment.putAll(options.environment);
        return new Launch(
                name,
                Jvm.jar(service.packaged(options.root), javaOptions(service)),
                environment,
                "http://127.0.0.1:" + port,
                logs.resolve(name + ".log").toString(),
                stack.warden().pidFile(id).toString());
    }

    /** With the service's ahead-of-time cache when there is one; the JVM itself sees whether it still fits. */
    private List<String> javaOptions(Service service) {
        List<String> all = new ArrayList<>();
        Path cache = service.startCache(options.root);
        if (options.makingStartCaches) {
            all.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            all.add("-XX:AOTCache=" + cache);
        }
        all.addAll(options.javaOptions);
        return all;
    }

    private Path launchFile(Service service) {
        return stack.folder().resolve("services").resolve(service.id() + ".json");
    }

    /** Follows one service through its lives until the platform stops. */
    private void watch(Service service, ServiceProcess process) {
        while (!stopping) {
            try {
                process.onExit().join();
            } catch (CompletionException e) {
                fail("cannot watch " + service.fullName());
            }
            if (stopping || process.isAlive()) {
                continue;
            }
            if (!options.restartable && !process.endedOnPurpose()) {
                fail(service.fullName() + " " + process.ending() + ", see "
                        + process.launch().log());
                return;
            }
            options.progress.accept(service.fullName() + " " + process.ending());
            awaitNextLife(service, process);
        }
    }

    private void awaitNextLife(Service service, ServiceProcess process) {
        while (!stopping && !process.isAlive()) {
            if (process.launch().takeRequest()) {
                startAgain(process);
            } else {
                Pause.millis(WATCH_MILLIS);
            }
        }
        if (!stopping) {
            writeRunFile();
            options.progress.accept(service.fullName() + " was started again as process " + process.pid());
        }
    }

    /** Never after the stop has begun. */
    private synchronized boolean startAgain(ServiceProcess process) {
        return !stopping && process.startAgain();
    }

    private void fail(String what) {
        if (!stopping) {
            failure.complete(what);
        }
    }

    private void writeRunFile() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("pid", ProcessHandle.current().pid());
        content.put("backend", options.backend.word());
        Map<String, Object> addresses = new LinkedHashMap<>();
        Map<String, Object> databases = new LinkedHashMap<>();
        PostgresAddress postgres = stack.servers().postgres();
        services.forEach((service, process) -> {
            Map<String, Object> address = new LinkedHashMap<>();
            address.put("url", url(service));
            address.put("swagger", swagger(service));
            address.put("pid", process.pid());
            address.put("log", process.launch().log());
            address.put("restart", restartCommand(service));
            addresses.put(service.id(), address);
        });
        for (Service service : options.services) {
            databases.put(
                    service.id(),
                    Map.of(
                            "jdbcUrl", postgres.jdbcUrl(service.database().name()),
                            "owner", service.database().owner(),
                            "app", service.database().app()));
        }
        content.put("services", addresses);
        content.put("kafka", stack.servers().kafka());
        content.put("postgres", Map.of("host", postgres.host(), "port", postgres.port(), "databases", databases));
        content.put("oidc", Map.of("issuer", issuer().address(), "tokenEndpoint", issuer().tokenEndpoint()));
        content.put(
                "mailbox",
                Map.of(
                        "url", mailbox().address(),
                        "smtpHost", mailbox().smtpHost(),
                        "smtpPort", mailbox().smtpPort()));
        content.put("tenant", options.tenant.toString());
        content.put("tokens", tokens());
        content.put("logs", logs.toString());
        runFile.write(content);
    }

    private Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            tokens.put(role.claim(), token(role, options.tenant));
        }
        tokens.put("platformOperator", token(Role.OPERATOR, null));
        return tokens;
    }

    private List<String> restartCommand(Service service) {
        return Jvm.command(
                List.of(), Main.class, List.of("restart", launchFile(service).toString()));
    }

    /** Where a service answers, without a path. */
    public String url(Service service) {
        return process(service).launch().url();
    }

    public String swagger(Service service) {
        return url(service) + "/q/swagger-ui";
    }

    public long pid(Service service) {
        return process(service).pid();
    }

    private ServiceProcess process(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalArgumentException(service.fullName() + " is not part of this run");
        }
        return process;
    }

    /** Ends a service as {@code kill -9} does. The platform goes on without it. */
    public void kill(Service service) {
        process(service).kill();
    }

    /** Stops a service in good order and returns when its process is gone. */
    public void stop(Service service, Duration limit) {
        process(service).stop(limit);
    }

    /** Starts a service again that has ended, and returns when it is ready. */
    public void restart(Service service) {
        ServiceProcess process = process(service);
        if (!startAgain(process)) {
            throw new IllegalStateException(service.fullName() + " still runs as process " + process.pid());
        }
        ServiceProcess.awaitReady(List.of(process), options.startLimit, options.progress);
        writeRunFile();
    }

    /**
     * Starts one more process of a service beside those that run, and returns when it is ready. It is stopped with the
     * platform; nobody watches over it before.
     */
    public ServiceProcess startReplica(Service service) {
        int number = replicas.size() + 2;
        ServiceProcess replica;
        synchronized (this) {
            if (stopping) {
                throw new IllegalStateException("the platform is stopping");
            }
            replica = ServiceProcess.start(launch(
                    service, service.fullName() + "-" + number, stack.ports().any(), service.id() + "-" + number));
            replicas.add(replica);
        }
        ServiceProcess.awaitReady(List.of(replica), options.startLimit, options.progress);
        return replica;
    }

    public long pid(Server server) {
        return stack.servers().pid(server);
    }

    /** Ends a server as {@code kill -9} does; see {@link Servers#kill}. */
    public void kill(Server server) {
        stack.servers().kill(server);
    }

    /** Starts a server again that was killed, and returns when it answers. */
    public void restart(Server server) {
        stack.servers().restart(server);
    }

    /** A token of the local issuer; null for one that names no tenant. */
    public String token(Role role, @Nullable TenantId tenant) {
        return issuer().mint(role, tenant);
    }

    /** The tenant of the tokens in run.json. */
    public TenantId tenant() {
        return options.tenant;
    }

    public PostgresAddress postgres() {
        return stack.servers().postgres();
    }

    /** Bootstrap servers. */
    public String kafka() {
        return stack.servers().kafka();
    }

    public TokenIssuer issuer() {
        return stack.issuer();
    }

    public Mailbox mailbox() {
        return stack.mailbox();
    }

    /** Where addresses and tokens are written. */
    public Path runFile() {
        return runFile.path();
    }

    public Path logs() {
        return logs;
    }

    /** Completes, with a sentence that says what and why, when the platform can't go on. */
    public CompletableFuture<String> failure() {
        return failure.copy();
    }

    /** Stops the services, then what they stand on. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        replicas.forEach(ServiceProcess::requestStop);
        services.values().forEach(ServiceProcess::requestStop);
        replicas.forEach(ServiceProcess::awaitStop);
        services.values().forEach(ServiceProcess::awaitStop);
        services.clear();
        runFile.close();
        stack.close();
    }
}
