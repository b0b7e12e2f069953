package org.reskontra.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.reskontra.acceptance.chaos.Fault.BrokerStalls;
import org.reskontra.acceptance.chaos.Fault.DatabaseRefuses;
import org.reskontra.acceptance.chaos.Fault.DatabaseStalls;
import org.reskontra.acceptance.chaos.Fault.EverythingReadAgain;
import org.reskontra.acceptance.chaos.Fault.FirstReplicaPaused;
import org.reskontra.acceptance.chaos.Fault.MailServerStalls;
import org.reskontra.acceptance.chaos.Fault.ReceiptsLost;
import org.reskontra.acceptance.chaos.Fault.RecordsComeAgain;
import org.reskontra.acceptance.chaos.Fault.ServerKilled;
import org.reskontra.acceptance.chaos.Fault.ServiceEndsAt;
import org.reskontra.acceptance.chaos.Fault.ServiceKilled;
import org.reskontra.acceptance.chaos.Fault.TopicRefusesWrites;
import org.reskontra.acceptance.chaos.FaultPlan.Planned;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.Pause;
import org.reskontra.localstack.Servers.Server;
import org.reskontra.localstack.services.Service;
import org.reskontra.localstack.services.ServiceProcess;

/** Has faults happen beside the run, each on a thread of its own, and puts right what they did. */
final class Injector {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration SESSION_LIMIT = Duration.ofSeconds(60);
    private static final int DOWN_MILLIS = 700;

    /** Who kills a server or needs it keeps others from killing it. */
    private static final Object POSTGRES_LOCK = new Object();

    private static final Object KAFKA_LOCK = new Object();

    private final Rig rig;
    private final TenantId tenant;
    private final Consumer<String> progress;
    private final List<CompletableFuture<Void>> underWay = new ArrayList<>();

    Injector(Rig rig, TenantId tenant, Consumer<String> progress) {
        this.rig = rig;
        this.tenant = tenant;
        this.progress = progress;
    }

    /** Returns at once. */
    void begin(List<Planned> planned) {
        for (var one : planned) {
            // Kafka's clients look for classes by the context class loader, which a thread of the common pool has not.
            underWay.add(CompletableFuture.runAsync(
                    () -> {
                        Pause.millis(one.delayMillis());
                        progress.accept(one.fault().toString());
                        happen(one.fault());
                    },
                    task -> Thread.ofPlatform().daemon().name("fault").start(task)));
        }
    }

    /** Returns when every fault is over and every service runs. */
    void awaitEnd() {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted among faults", e);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            throw new IllegalStateException("a fault could not be put right: " + e, e);
        } finally {
            underWay.clear();
            rig.takeBackEnds().forEach(point -> progress.accept("no process came to " + point + " often enough"));
        }
        rig.awaitCare();
    }

    private void happen(Fault fault) {
        switch (fault) {
            case ServiceKilled(var service) -> rig.platform().kill(service);
            case ServiceEndsAt(var service, var point, var passing) -> rig.endAt(service, point, passing);
            case ServerKilled(var server) -> killed(server);
            case BrokerStalls(var seconds) -> brokerStalls(seconds);
            case DatabaseStalls(var seconds) -> meanwhile(rig.database(), Proxy.Way.STALLED, seconds);
            case DatabaseRefuses(var seconds) -> meanwhile(rig.database(), Proxy.Way.CUT, seconds);
            case MailServerStalls(var seconds) -> meanwhile(rig.mail(), Proxy.Way.STALLED, seconds);
            case ReceiptsLost(var seconds) -> meanwhile(rig.mail(), Proxy.Way.RECEIPT_LOST, seconds);
            case TopicRefusesWrites(var topic, var seconds) -> refusing(topic, seconds);
            case RecordsComeAgain() -> new Rewind(rig.platform().kafka()).publishOlderAgain(tenant);
            case EverythingReadAgain(var service) -> readAgain(service);
            case FirstReplicaPaused(var service, var more, var seconds) -> paused(service, more, seconds);
        }
    }

    private static void meanwhile(Proxy proxy, Proxy.Way way, int seconds) {
        proxy.set(way);
        try {
            Pause.millis(Duration.ofSeconds(seconds).toMillis());
        } finally {
            proxy.set(Proxy.Way.OPEN);
        }
    }

    private void killed(Server server) {
        synchronized (server == Server.KAFKA ? KAFKA_LOCK : POSTGRES_LOCK) {
            rig.platform().kill(server);
            Pause.millis(DOWN_MILLIS);
            rig.platform().restart(server);
        }
    }

    /** A topic that takes records of a byte at most takes none of ours. */
    private void refusing(String topic, int seconds) {
        synchronized (KAFKA_LOCK) {
            set(topic, AlterConfigOp.OpType.SET);
            try {
                Pause.millis(Duration.ofSeconds(seconds).toMillis());
            } finally {
                set(topic, AlterConfigOp.OpType.DELETE);
            }
        }
    }

    private void set(String topic, AlterConfigOp.OpType how) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1"), how);
        try (var admin = Admin.create(Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, rig.platform().kafka()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                    .all()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changing " + topic, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(topic + " cannot be changed", e);
        }
    }

    private void brokerStalls(int seconds) {
        synchronized (KAFKA_LOCK) {
            standStill(rig.platform().pid(Server.KAFKA), seconds);
        }
    }

    private void readAgain(Service service) {
        synchronized (KAFKA_LOCK) {
            rig.leaveAlone(service);
            try {
                rig.platform().kill(service);
                onceWithoutMembers(() -> new Rewind(rig.platform().kafka()).toTheBeginning(service.fullName()));
            } finally {
                rig.returnToCare(service);
            }
        }
    }

    /** A killed member belongs to its group until its session is over. */
    private static void onceWithoutMembers(Runnable change) {
        long start = System.nanoTime();
        while (true) {
            try {
                change.run();
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() - start > SESSION_LIMIT.toNanos()) {
                    throw e;
                }
                Pause.millis(DOWN_MILLIS);
            }
        }
    }

    private void paused(Service service, int more, int seconds) {
        var replicas = new ArrayList<ServiceProcess>();
        try {
            for (int i = 0; i < more; i++) {
                replicas.add(rig.platform().startReplica(service));
            }
            standStill(rig.platform().pid(service), seconds);
        } finally {
            replicas.forEach(ServiceProcess::kill);
        }
    }

    private static void standStill(long pid, int seconds) {
        signal("STOP", pid);
        try {
            Pause.millis(Duration.ofSeconds(seconds).toMillis());
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("no signal can be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending a signal", e);
        }
    }
}
