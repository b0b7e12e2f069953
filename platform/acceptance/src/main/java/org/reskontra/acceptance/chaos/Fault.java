package org.reskontra.acceptance.chaos;

import org.reskontra.acceptance.agent.Point;
import org.reskontra.localstack.Servers.Server;
import org.reskontra.localstack.services.Service;

/** Something that goes wrong around the services, and is put right again. */
sealed interface Fault {

    /** A service's process is killed; like in production, somebody starts another. */
    record ServiceKilled(Service service) implements Fault {}

    /**
     * A service's process ends at a point of its work.
     *
     * @param passing at which time it comes there, 1 for the first
     */
    record ServiceEndsAt(Service service, Point point, int passing) implements Fault {}

    /** The database server or the broker is killed and started again. */
    record ServerKilled(Server server) implements Fault {}

    /** Connections to the database stay open, and nothing moves on them. */
    record DatabaseStalls(int seconds) implements Fault {}

    /** Connections to the database are cut and refused. */
    record DatabaseRefuses(int seconds) implements Fault {}

    /** The broker's process stands still: connections stay open, and nothing is answered. */
    record BrokerStalls(int seconds) implements Fault {}

    /** The broker takes no records on a topic, while it does on the others: what is published there comes late. */
    record TopicRefusesWrites(String topic, int seconds) implements Fault {}

    /** The mail server takes connections and says nothing. */
    record MailServerStalls(int seconds) implements Fault {}

    /** The mail server takes letters, and whoever sends them does not hear of it. */
    record ReceiptsLost(int seconds) implements Fault {}

    /** Older records come a second time, each aggregate's newest excepted. */
    record RecordsComeAgain() implements Fault {}

    /** A service is stopped, and reads every topic from its first record when it starts again. */
    record EverythingReadAgain(Service service) implements Fault {}

    /**
     * More processes of a service join, its first one stands still for a while and goes on as if nothing had happened,
     * and the others are killed.
     *
     * @param more 1 or 2
     */
    record FirstReplicaPaused(Service service, int more, int seconds) implements Fault {}
}
