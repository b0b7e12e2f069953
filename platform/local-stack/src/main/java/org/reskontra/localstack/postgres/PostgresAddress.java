package org.reskontra.localstack.postgres;

/** How to reach a PostgreSQL server as a role that may create databases and roles. */
public record PostgresAddress(String host, int port, String administrator, String password) {

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public String reactiveUrl(String database) {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
