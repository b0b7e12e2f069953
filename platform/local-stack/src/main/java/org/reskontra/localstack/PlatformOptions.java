package org.reskontra.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.services.Service;

/** How a {@link Platform} is to run. Every setter has a default that suits a person at a terminal. */
public final class PlatformOptions {

    /** The ports that people remember; each falls back to a free one. */
    public static final StackPorts USUAL_STACK_PORTS = new StackPorts(15432, 19092, 8085, 8025, 8086);

    final Path root;
    final Map<Service, Integer> servicePorts = new EnumMap<>(Service.class);
    Backend backend = Backend.EMBEDDED;

    @Nullable
    Path data;

    Path logs;
    Path runFile;
    Set<Service> services = EnumSet.allOf(Service.class);
    StackPorts stackPorts = USUAL_STACK_PORTS;
    boolean restartable;
    TenantId tenant = new TenantId(UUID.randomUUID());
    Duration startLimit = Duration.ofMinutes(4);
    Consumer<String> progress = line -> {};
    UnaryOperator<Surroundings> surroundings = servers -> servers;
    Map<String, String> environment = Map.of();
    List<String> javaOptions = List.of();
    boolean makingStartCaches = false;

    private PlatformOptions(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.logs = this.root.resolve(Path.of("target", "local-stack", "logs"));
        this.runFile = this.root.resolve(Path.of("target", "run.json"));
        for (Service service : Service.values()) {
            servicePorts.put(service, service.usualPort());
        }
    }

    /** The usual run of the project in a folder, which holds the service modules as the build left them. */
    public static PlatformOptions of(Path projectRoot) {
        return new PlatformOptions(projectRoot);
    }

    public PlatformOptions backend(Backend backend) {
        this.backend = backend;
        return this;
    }

    /** Data are kept in this folder and used again by the next run over it. Default: a throw-away folder. */
    public PlatformOptions data(Path folder) {
        this.data = folder;
        return this;
    }

    /** Default: {@code target/local-stack/logs}. Older logs in it are removed. */
    public PlatformOptions logs(Path folder) {
        this.logs = folder.toAbsolutePath();
        return this;
    }

    /** Default: {@code target/run.json}. A run beside a living one takes {@code run-2.json} and so on. */
    public PlatformOptions runFile(Path file) {
        this.runFile = file.toAbsolutePath();
        return this;
    }

    /** Default: all. */
    public PlatformOptions services(Set<Service> services) {
        this.services = services;
        return this;
    }

    /** The wanted port of a service, 0 for any. */
    public PlatformOptions port(Service service, int port) {
        servicePorts.put(service, port);
        return this;
    }

    public PlatformOptions stackPorts(StackPorts ports) {
        this.stackPorts = ports;
        return this;
    }

    /** Nothing listens on a port that somebody remembers: for tests. */
    public PlatformOptions anyPorts() {
        servicePorts.replaceAll((service, port) -> 0);
        return stackPorts(StackPorts.ANY);
    }

    /** The platform lives on when a service ends, which may then be started again. Default: it does not. */
    public PlatformOptions restartable(boolean restartable) {
        this.restartable = restartable;
        return this;
    }

    /** The tenant of the tokens in run.json. Default: a new one. */
    public PlatformOptions tenant(TenantId tenant) {
        this.tenant = tenant;
        return this;
    }

    /** How long the services may take to become ready. Default: four minutes. */
    public PlatformOptions startLimit(Duration limit) {
        this.startLimit = limit;
        return this;
    }

    /** Hears one short line per step. Default: nobody does. */
    public PlatformOptions progress(Consumer<String> progress) {
        this.progress = progress;
        return this;
    }

    /**
     * What the services are told of the servers, which have started by then: a proxy may stand in between. Default: the
     * servers themselves.
     */
    public PlatformOptions surroundings(UnaryOperator<Surroundings> surroundings) {
        this.surroundings = surroundings;
        return this;
    }

    /** Environment variables of every service, stronger than those it would get. Default: none. */
    public PlatformOptions environment(Map<String, String> variables) {
        this.environment = Map.copyOf(variables);
        return this;
    }

    /** Further options of every service's JVM. Default: none. */
    public PlatformOptions javaOptions(List<String> options) {
        this.javaOptions = List.copyOf(options);
        return this;
    }

    /** Whether services write an ahead-of-time cache when they are stopped in good order. Default: no. */
    public PlatformOptions makingStartCaches(boolean make) {
        this.makingStartCaches = make;
        return this;
    }
}
