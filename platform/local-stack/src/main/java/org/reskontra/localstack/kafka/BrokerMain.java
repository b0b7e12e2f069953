package org.reskontra.localstack.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** The main class of the broker's process: formats the storage if need be and serves until its parent goes away. */
public final class BrokerMain {

    static final String READY = "ready";
    private static final String CLUSTER = "cmVza29udHJhLWxvY2FsMQ";

    private BrokerMain() {}

    /** Runs a broker. Arguments: the port for clients, the port of the controller, the data folder. */
    public static void main(String[] arguments) throws IOException {
        PrintStream toParent = System.out;
        System.setOut(System.err);
        Path data = Path.of(arguments[2]);
        Properties config = config(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), data);
        format(config, data);
        endWithParent();
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(config), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-stop"));
        server.startup();
        toParent.println(READY);
        server.awaitShutdown();
    }

    static Properties config(int port, int controllerPort, Path data) {
        Properties config = new Properties();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        config.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        config.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("inter.broker.listener.name", "CLIENTS");
        config.put("controller.listener.names", "CONTROLLER");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        config.put("log.dirs", data.resolve("log").toString());
        config.put("auto.create.topics.enable", "false");
        config.put("num.partitions", "12");
        config.put("default.replication.factor", "1");
        config.put("min.insync.replicas", "1");
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        // No other broker could take over: so long a restart after a kill waits for the one before to be given up.
        config.put("broker.session.timeout.ms", "5000");
        config.put("broker.heartbeat.interval.ms", "1000");
        config.put("log.retention.hours", "-1");
        // One small machine carries all of this.
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        config.put("background.threads", "2");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        config.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        return config;
    }

    private static void format(Properties config, Path data) throws IOException {
        Files.createDirectories(data);
        Path file = data.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            config.store(out, null);
        }
        int code = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", CLUSTER, "--config", file.toString()},
                System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The parent holds the other end of standard input; its end is the parent's end. */
    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() != -1) {
                    // nothing is expected
                }
            } catch (IOException closed) {
                // as good as an end
            }
            System.exit(0);
        });
    }
}
