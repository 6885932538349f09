package io.jianmi.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.core.webhook.Delivery.Status;
import io.jianmi.core.webhook.guard.WebhookUrl;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is due, a few at a time, each under a lease: of several nodes one sends it, and what a node that died had in hand
 * is sent again, under the same id. Any answer of 200 to 299 is a yes; everything else is tried again ({@link Backoff}), but an
 * address that is closed and a source that has nothing to tell any more.
 */
@Singleton
public final class DeliveryRun {

    private static final Logger LOG = Logger.getLogger(DeliveryRun.class);
    private static final int SOME = 16;
    private static final int AT_ONCE = 8;
    private static final int MOST_BYTES = 256 * 1024;

    private final Tenants tenants;
    private final DeliveryStore store;
    private final Map<String, WebhookSource> sources;
    private final SigningSecrets secrets;
    private final WebhookPost post;
    private final InstantSource clock;

    DeliveryRun(
            Tenants tenants,
            DeliveryStore store,
            @All List<WebhookSource> sources,
            SigningSecrets secrets,
            WebhookPost post,
            InstantSource clock) {
        this.tenants = tenants;
        this.store = store;
        this.sources = sources.stream().collect(toUnmodifiableMap(WebhookSource::key, identity()));
        this.secrets = secrets;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return tenants.each(tenant -> run(tenant)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "webhook.run-failed tenant=%s %s",
                        tenant, failure.getClass().getName()))
                .onFailure()
                .recoverWithNull());
    }

    private Uni<Void> run(TenantKey tenant) {
        return store.claim(tenant, clock.instant(), SOME)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(delivery -> send(tenant, delivery))
                        .merge(AT_ONCE)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> send(TenantKey tenant, Delivery delivery) {
        return Uni.createFrom()
                .deferred(() -> body(tenant, delivery))
                .chain(body -> secrets.headers(tenant, delivery.id(), body)
                        .chain(headers -> post.send(url(delivery), body, headers)))
                .map(status -> status >= 200 && status < 300
                        ? new Outcome(Status.DELIVERED, Integer.toString(status))
                        : new Outcome(Status.WAITING, Integer.toString(status)))
                .onFailure()
                .recoverWithItem(DeliveryRun::failed)
                .chain(outcome -> told(tenant, delivery, outcome));
    }

    private record Outcome(Status status, String code) {}

    private static Outcome failed(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            boolean later = problem.type() == WebhookProblem.UNREACHABLE
                    || problem.type() == WebhookProblem.UNKNOWN_HOST
                    || problem.type().status() == 503;
            return new Outcome(
                    later ? Status.WAITING : Status.FAILED, problem.type().code());
        }
        return new Outcome(Status.WAITING, "webhook.failed");
    }

    private Uni<Void> told(TenantKey tenant, Delivery delivery, Outcome outcome) {
        Optional<Duration> pause =
                outcome.status() == Status.WAITING ? Backoff.after(delivery.attempts()) : Optional.empty();
        Status status = outcome.status() == Status.WAITING && pause.isEmpty() ? Status.FAILED : outcome.status();
        Instant next = pause.map(clock.instant()::plus).orElse(null);
        return store.tried(tenant, delivery, status, outcome.code(), next);
    }

    private static WebhookUrl url(Delivery delivery) {
        return WebhookUrl.parse(delivery.url()).orElseThrow(() -> ProblemException.of(WebhookProblem.ADDRESS));
    }

    private Uni<byte[]> body(TenantKey tenant, Delivery delivery) {
        return Objects.requireNonNull(sources.get(delivery.source()))
                .data(tenant, Json.parse(delivery.about()))
                .map(data -> {
                    ObjectNode message = Json.NODES
                            .objectNode()
                            .put("type", delivery.event())
                            .put("timestamp", delivery.createdAt().toString());
                    message.set("data", data);
                    byte[] body = Json.write(message).getBytes(UTF_8);
                    if (body.length > MOST_BYTES) {
                        throw ProblemException.of(WebhookProblem.TOO_LARGE);
                    }
                    return body;
                });
    }
}
