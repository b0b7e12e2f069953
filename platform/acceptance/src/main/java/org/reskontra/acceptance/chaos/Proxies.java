package org.reskontra.acceptance.chaos;

import org.jspecify.annotations.Nullable;
import org.reskontra.localstack.Surroundings;

/** What stands between the services and the servers, from the services' start on. */
final class Proxies implements AutoCloseable {

    private @Nullable Proxy database;
    private @Nullable Proxy mail;

    /** Starts the proxies when the first service asks. */
    synchronized Surroundings through(Surroundings servers) {
        if (database == null) {
            database = Proxy.before(servers.postgres().port());
        }
        if (mail == null) {
            mail = Proxy.before(servers.smtpPort());
        }
        return servers.withPostgresPort(database.port()).withSmtpPort(mail.port());
    }

    synchronized Proxy database() {
        return started(database);
    }

    synchronized Proxy mail() {
        return started(mail);
    }

    private static Proxy started(@Nullable Proxy proxy) {
        if (proxy == null) {
            throw new IllegalStateException("no service has been started");
        }
        return proxy;
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
        }
        if (mail != null) {
            mail.close();
        }
    }
}
