package org.reskontra.creditcheck.policies;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.reskontra.creditcheck.scoring.CreditPolicy;
import org.reskontra.creditcheck.scoring.PolicyRefused;

/** The policy that requests are answered by. A service whose policy is wrong does not start. */
@Startup
@ApplicationScoped
public class Policies {

    private static final Logger LOG = Logger.getLogger(Policies.class);
    private static final String SHIPPED = "classpath:";

    @ConfigProperty(name = "reskontra.credit.policy")
    String location;

    private CreditPolicy policy;

    @PostConstruct
    void read() {
        policy = PolicyReader.read(text(location));
        LOG.infof("credit policy %s from %s", policy.id(), location);
    }

    public CreditPolicy current() {
        return policy;
    }

    private static String text(String location) {
        try (var stream = open(location)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PolicyRefused(location, e);
        }
    }

    private static InputStream open(String location) throws IOException {
        if (!location.startsWith(SHIPPED)) {
            return Files.newInputStream(Path.of(location));
        }
        var name = location.substring(SHIPPED.length());
        var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new PolicyRefused(location, "is not there");
        }
        return stream;
    }
}
