package org.reskontra.dunning.run;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Short waits, and a mail server that can be switched off. Quarkus loads it after the local stack. */
public class TestSetup implements QuarkusTestResourceLifecycleManager {

    private MailSwitch mail;

    @Override
    public Map<String, String> start() {
        try {
            mail = MailSwitch.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "reskontra.mail.port", Integer.toString(mail.port()),
                "reskontra.chain.groups", "dunning-service",
                "reskontra.relay.poll", "200ms",
                "dunning.mail.timeout", "2s",
                "dunning.mail.lease", "3s",
                "dunning.mail.first-retry", "100ms",
                "dunning.mail.longest-retry", "400ms",
                "dunning.mail.most-attempts", "12",
                "dunning.mail.from", "reminders@dunning.example");
    }

    @Override
    public void stop() {
        mail.close();
    }

    @Override
    public int order() {
        return 10;
    }
}
