package org.reskontra.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.reskontra.acceptance.agent.Mutation;
import org.reskontra.acceptance.agent.Point;
import org.reskontra.acceptance.partner.Letterbox;
import org.reskontra.acceptance.partner.Listener;
import org.reskontra.localstack.Pause;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.PlatformOptions;
import org.reskontra.localstack.services.Service;

/**
 * The platform with everything that it takes to disturb it: proxies before the database and the mail server, an agent in
 * every service, and a caretaker who starts each service again that has ended. Undisturbed it is the platform.
 */
public final class Rig implements AutoCloseable {

    /** Waits as long as machines are waited for in production would make a run of minutes into one of hours. */
    private static final Map<String, String> SHORTER_WAITS = Map.of(
            "KAFKA_SESSION_TIMEOUT_MS", "6000",
            "RESKONTRA_WORK_POLL", "5s",
            "RESKONTRA_MAIL_CONNECT_TIMEOUT", "2s",
            "RESKONTRA_MAIL_ANSWER_TIMEOUT", "4s",
            "DUNNING_MAIL_TIMEOUT", "3s",
            "DUNNING_MAIL_LEASE", "5s",
            "DUNNING_MAIL_FIRST_RETRY", "1s",
            "RESKONTRA_DEMANDS_SEND_TIMEOUT", "3s",
            "RESKONTRA_DEMANDS_LEASE", "5s",
            "RESKONTRA_DEMANDS_BACK_OFF", "1s");

    private static final long LOOK_MILLIS = 50;
    private static final Duration CARE_LIMIT = Duration.ofMinutes(4);

    private final Path orders;
    private final Proxies proxies;
    private final Platform platform;
    private final Listener listener;
    private final Set<Path> ends = ConcurrentHashMap.newKeySet();
    private final Set<Service> leftAlone = ConcurrentHashMap.newKeySet();
    private final Set<Service> starting = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    private Rig(Path orders, Proxies proxies, Platform platform) {
        this.orders = orders;
        this.proxies = proxies;
        this.platform = platform;
        this.listener = Listener.on(platform.kafka());
    }

    /**
     * Starts everything.
     *
     * @param options of the platform; what the rig needs is added
     * @param work a folder for the agent and the orders to it
     */
    public static Rig start(PlatformOptions options, Path work) {
        var orders = emptied(work.toAbsolutePath().resolve("orders"));
        var agent = AgentJar.write(work.toAbsolutePath().resolve("agent.jar"));
        var proxies = new Proxies();
        try {
            var platform = Platform.start(options.restartable(true)
                    .environment(SHORTER_WAITS)
                    .javaOptions(List.of("-javaagent:" + agent + "=" + orders))
                    .surroundings(proxies::through));
            var rig = new Rig(orders, proxies, platform);
            Thread.ofPlatform().daemon().name("caretaker").start(rig::takeCare);
            return rig;
        } catch (RuntimeException e) {
            proxies.close();
            throw e;
        }
    }

    public Platform platform() {
        return platform;
    }

    public Listener listener() {
        return listener;
    }

    public Letterbox letterbox() {
        return new Letterbox(platform.mailbox().address());
    }

    Proxy database() {
        return proxies.database();
    }

    Proxy mail() {
        return proxies.mail();
    }

    /** The caretaker lets a service be until {@link #returnToCare}. */
    public void leaveAlone(Service service) {
        leftAlone.add(service);
    }

    public void returnToCare(Service service) {
        leftAlone.remove(service);
    }

    /** Waits until every service runs that the caretaker cares for. */
    public void awaitCare() {
        long start = System.nanoTime();
        while (Stream.of(Service.values()).anyMatch(service -> starting.contains(service) || !runs(service))) {
            if (System.nanoTime() - start > CARE_LIMIT.toNanos()) {
                throw new IllegalStateException("a service does not start again, see " + platform.logs());
            }
            Pause.millis(LOOK_MILLIS);
        }
    }

    private void takeCare() {
        while (!closing) {
            for (var service : Service.values()) {
                if (!runs(service) && !leftAlone.contains(service) && starting.add(service)) {
                    Thread.ofPlatform().daemon().name("start-" + service.id()).start(() -> startAgain(service));
                }
            }
            Pause.millis(LOOK_MILLIS);
        }
    }

    private void startAgain(Service service) {
        try {
            if (!closing) {
                platform.restart(service);
            }
        } catch (IllegalStateException e) {
            // it has ended once more, or runs already: the next look tells
        } finally {
            starting.remove(service);
        }
    }

    private boolean runs(Service service) {
        return ProcessHandle.of(platform.pid(service))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    /** Has the process that the service is now end at some passing of a point. */
    void endAt(Service service, Point point, int passing) {
        var ofProcess = orders.resolve(Long.toString(platform.pid(service)));
        try {
            Files.createDirectories(ofProcess);
            var order = Files.writeString(ofProcess.resolve("new-" + point.file()), Integer.toString(passing));
            ends.add(Files.move(order, ofProcess.resolve(point.file())));
        } catch (IOException e) {
            throw new UncheckedIOException("no order can be given", e);
        }
    }

    void mutate(Mutation mutation) {
        try {
            Files.writeString(orders.resolve(mutation.file()), "");
        } catch (IOException e) {
            throw new UncheckedIOException("no order can be given", e);
        }
    }

    /** Services are as they were written again. */
    void endMutation(Mutation mutation) {
        try {
            Files.delete(orders.resolve(mutation.file()));
        } catch (IOException e) {
            throw new UncheckedIOException("an order cannot be taken back", e);
        }
    }

    /** Takes back the ends at points that no process has come to; answers which. */
    List<String> takeBackEnds() {
        var left = new ArrayList<String>();
        for (var order : ends) {
            try {
                if (Files.deleteIfExists(order)) {
                    left.add(String.valueOf(order.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("an order cannot be taken back", e);
            }
        }
        ends.clear();
        return left;
    }

    private static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> old;
            try (var files = Files.walk(folder)) {
                old = files.filter(file -> !Files.isDirectory(file)).toList();
            }
            for (var file : old) {
                Files.deleteIfExists(file);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    @Override
    public void close() {
        closing = true;
        listener.close();
        platform.close();
        proxies.close();
    }
}
