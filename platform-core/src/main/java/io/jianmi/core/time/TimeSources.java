package io.jianmi.core.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

/** The system clock and the id source of a running server. */
public final class TimeSources {

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }
}
