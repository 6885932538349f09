package io.jianmi.server.boot;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once everything that is to do at a start is done: before, a balancer sends nobody here. */
@Readiness
@Singleton
final class Started implements HealthCheck {

    private volatile boolean over;

    void over() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start").status(over).build();
    }
}
