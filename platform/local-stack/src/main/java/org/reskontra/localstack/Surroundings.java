package org.reskontra.localstack;

import org.reskontra.localstack.postgres.PostgresAddress;

/** Where a service is told that it finds what it stands on. */
public record Surroundings(PostgresAddress postgres, String kafka, String smtpHost, int smtpPort) {

    /** The servers themselves, with nothing in between. */
    static Surroundings of(LocalStack stack) {
        return new Surroundings(
                stack.servers().postgres(),
                stack.servers().kafka(),
                stack.mailbox().smtpHost(),
                stack.mailbox().smtpPort());
    }

    /** The same, but with the database on another port of the same host. */
    public Surroundings withPostgresPort(int port) {
        var other = new PostgresAddress(postgres.host(), port, postgres.administrator(), postgres.password());
        return new Surroundings(other, kafka, smtpHost, smtpPort);
    }

    /** The same, but with the mail server on another port of the same host. */
    public Surroundings withSmtpPort(int port) {
        return new Surroundings(postgres, kafka, smtpHost, port);
    }
}
