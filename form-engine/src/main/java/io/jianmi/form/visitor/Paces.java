package io.jianmi.form.visitor;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.pace.Pace;
import io.jianmi.core.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How fast visitors may come: from one address, from one address to one form, and to one form from everywhere. */
@Singleton
final class Paces {

    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Pace<String> asking = new Pace<>(MINUTE);
    private final Pace<String> sending = new Pace<>(WHILE);
    private final Pace<String> received = new Pace<>(WHILE);
    private final InstantSource clock;
    private final int asks;
    private final int sends;
    private final int receives;

    /**
     * @param asks requests of one address in a minute, whatever they ask
     * @param sends what one address may send to one form in ten minutes; an office has one address
     * @param receives what a form takes in ten minutes
     */
    Paces(
            InstantSource clock,
            @ConfigProperty(name = "jianmi.public.asks", defaultValue = "600") int asks,
            @ConfigProperty(name = "jianmi.public.sends", defaultValue = "30") int sends,
            @ConfigProperty(name = "jianmi.public.receives", defaultValue = "600") int receives) {
        this.clock = clock;
        this.asks = asks;
        this.sends = sends;
        this.receives = receives;
    }

    /** Before anything is looked up: how many links are tried says nothing of any. */
    void asked(HttpServerRequest request) {
        check(asking, Addresses.of(request), asks);
    }

    /** @throws ProblemException {@link VisitorProblem#TOO_MANY} with {@code retryAfter} in seconds */
    void sent(HttpServerRequest request, Actor visitor, String form) {
        String to = visitor.tenant().value() + "/" + form;
        check(sending, Addresses.of(request) + " " + to, sends);
        check(received, to, receives);
    }

    private void check(Pace<String> pace, String key, int most) {
        pace.take(key, most, clock.instant()).ifPresent(seconds -> {
            throw ProblemException.of(VisitorProblem.TOO_MANY, Map.of("retryAfter", seconds));
        });
    }
}
