package io.anju.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the business date is known: a guess could bill a wrong day. */
@Readiness
@ApplicationScoped
class BusinessDateReadiness implements HealthCheck {

    private final BusinessClock clock;

    BusinessDateReadiness(BusinessClock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("business date").status(clock.isSet()).build();
    }
}
