package org.reskontra.localstack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.postgres.PostgresAddress;

/** A PostgreSQL server and a Kafka broker, ready for use. Closing stops what was started for it. */
public interface Servers extends AutoCloseable {

    PostgresAddress postgres();

    /** Bootstrap servers of the broker, as Kafka clients take them. */
    String kafka();

    /** One of the two. */
    enum Server {
        POSTGRES("PostgreSQL"),
        KAFKA("Kafka");

        private final String fullName;

        Server(String fullName) {
            this.fullName = fullName;
        }

        public String fullName() {
            return fullName;
        }
    }

    /**
     * Ends a server as {@code kill -9} does; it stays down until {@link #restart}.
     *
     * @throws UnsupportedOperationException when the server is not a child of this process
     */
    default void kill(Server server) {
        throw new UnsupportedOperationException(server.fullName() + " is not ours to kill");
    }

    /** Starts a server again that was killed, over the same data and on the same port; returns when it answers. */
    default void restart(Server server) {
        throw new UnsupportedOperationException(server.fullName() + " is not ours to start");
    }

    /** The process of a server that is a child of this one. */
    default long pid(Server server) {
        throw new UnsupportedOperationException(server.fullName() + " is not ours");
    }

    /** Completes with the name of a server that ended although nobody asked it to. */
    CompletableFuture<String> failure();

    @Override
    void close();

    /**
     * Starts or finds the servers and returns when both answer.
     *
     * @param data where embedded servers keep their data; what is there from an earlier run is used again
     * @param logs where embedded servers write their logs
     */
    static Servers start(Backend backend, Path data, Path logs, PortBook ports, StackPorts wanted, Warden warden) {
        return switch (backend) {
            case EMBEDDED -> EmbeddedServers.start(data, logs, ports, wanted, warden);
            case CONTAINERS -> ContainerServers.start();
            case EXTERNAL -> ExternalServers.fromEnvironment(System.getenv());
        };
    }
}
