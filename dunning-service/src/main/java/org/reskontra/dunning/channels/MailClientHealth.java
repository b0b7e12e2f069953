package org.reskontra.dunning.channels;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the mail client of this process is stuck, which only a restart mends; a mail server away is no reason. */
@Liveness
@ApplicationScoped
public class MailClientHealth implements HealthCheck {

    private final EmailChannel email;

    MailClientHealth(EmailChannel email) {
        this.email = email;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mail-client").status(!email.isStuck()).build();
    }
}
