package io.jianmi.core.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock and the id source of a running server. The clock is the system's; to try out what time brings, {@code
 * jianmi.clock.ahead} sets it ahead by so much.
 */
public final class TimeSources {

    @Produces
    @Singleton
    InstantSource clock(@ConfigProperty(name = "jianmi.clock.ahead", defaultValue = "PT0S") Duration ahead) {
        return Clock.offset(Clock.systemUTC(), ahead);
    }

    @Produces
    @Singleton
    Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }
}
