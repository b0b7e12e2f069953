package org.reskontra.kit.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.reskontra.kit.events.EventConsumer;

/** Not ready while the consumer waits for the database or the broker; alive all the same. */
@Readiness
@ApplicationScoped
class ConsumerHealth implements HealthCheck {

    private final EventConsumer consumer;

    ConsumerHealth(EventConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event consumer")
                .status(!consumer.isStuck())
                .build();
    }
}
