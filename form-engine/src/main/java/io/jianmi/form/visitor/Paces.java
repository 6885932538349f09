package io.jianmi.form.visitor;

import io.jianmi.core.identity.Actor;
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

    private final Pace asking;
    private final Pace sending;
    private final Pace received;
    private final InstantSource clock;

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
        this.asking = new Pace(asks, MINUTE);
        this.sending = new Pace(sends, WHILE);
        this.received = new Pace(receives, WHILE);
    }

    /** Before anything is looked up: how many links are tried says nothing of any. */
    void asked(HttpServerRequest request) {
        check(asking, Addresses.of(request));
    }

    /** @throws ProblemException {@link VisitorProblem#TOO_MANY} with {@code retryAfter} in seconds */
    void sent(HttpServerRequest request, Actor visitor, String form) {
        String to = visitor.tenant().value() + "/" + form;
        check(sending, Addresses.of(request) + " " + to);
        check(received, to);
    }

    private void check(Pace pace, String key) {
        pace.refusal(key, clock.instant()).ifPresent(seconds -> {
            throw ProblemException.of(VisitorProblem.TOO_MANY, Map.of("retryAfter", seconds));
        });
    }
}
