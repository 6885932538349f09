package io.jianmi.core.webhook;

import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.core.webhook.Delivery.Status;
import io.jianmi.core.webhook.guard.WebhookUrl;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent to other systems and what came of it; ids only, for administrators. */
@Path("/api/v1/tenants/{tenant}/webhooks")
public class WebhooksResource {

    private final Callers callers;
    private final CommandPipeline pipeline;
    private final DeliveryStore store;
    private final ReplayDelivery.Handler replays;
    private final SecretCommand.Handler secrets;

    WebhooksResource(
            Callers callers,
            CommandPipeline pipeline,
            DeliveryStore store,
            ReplayDelivery.Handler replays,
            SecretCommand.Handler secrets) {
        this.callers = callers;
        this.pipeline = pipeline;
        this.store = store;
        this.replays = replays;
        this.secrets = secrets;
    }

    /**
     * One delivery.
     *
     * @param to scheme and host; the rest of an address may hold secrets
     * @param form of the record that it tells of
     * @param fields keys of those that it tells, never their values
     */
    public record Item(
            UUID id,
            String event,
            String to,
            String form,
            String record,
            String workflow,
            String node,
            List<String> fields,
            String status,
            int attempts,
            @Nullable String code,
            Instant createdAt,
            @Nullable Instant lastAt,
            @Nullable Instant nextAt) {

        static Item of(Delivery delivery) {
            var about = Json.parse(delivery.about());
            List<String> fields = new ArrayList<>();
            about.path("fields").forEach(key -> fields.add(key.asText()));
            return new Item(
                    delivery.id(),
                    delivery.event(),
                    WebhookUrl.parse(delivery.url()).map(WebhookUrl::place).orElse(""),
                    about.path("form").asText(),
                    about.path("record").asText(),
                    about.path("workflow").asText(),
                    about.path("node").asText(),
                    fields,
                    delivery.status().name().toLowerCase(Locale.ROOT),
                    delivery.attempts(),
                    delivery.code(),
                    delivery.createdAt(),
                    delivery.lastAt(),
                    delivery.nextAt());
        }
    }

    /** Newest first; {@code next} is null on the last page. */
    public record Page(List<Item> items, @Nullable String next) {}

    /** What receivers check signatures with. */
    public record Secret(String secret) {}

    @GET
    @Path("deliveries")
    public Uni<Page> deliveries(
            @PathParam("tenant") String tenant,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        Actor actor = callers.in(tenant);
        Administrators.require(actor);
        PageLimit.check(limit);
        return store.page(actor.tenant(), status(status), after(after), limit + 1)
                .map(found -> page(found, limit));
    }

    private static Page page(List<Delivery> found, int limit) {
        List<Item> items = found.stream().limit(limit).map(Item::of).toList();
        return new Page(items, found.size() > limit ? items.get(limit - 1).id().toString() : null);
    }

    /** Sends one anew that is over, under the same id. */
    @POST
    @Path("deliveries/{id}/replay")
    public Uni<Response> replay(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        UUID known = Ids.parse(id).orElseThrow(() -> ProblemException.of(WebhookProblem.NOT_FOUND));
        return pipeline.run(replays, new ReplayDelivery(known), actor)
                .map(done -> Response.noContent().build());
    }

    @GET
    @Path("secret")
    public Uni<Response> secret(@PathParam("tenant") String tenant) {
        return secret(tenant, false);
    }

    /** Replaces the secret; the one before signs beside it for a day. */
    @POST
    @Path("secret/replace")
    public Uni<Response> replace(@PathParam("tenant") String tenant) {
        return secret(tenant, true);
    }

    private Uni<Response> secret(String tenant, boolean fresh) {
        return pipeline.run(secrets, new SecretCommand(fresh), callers.in(tenant))
                .map(text -> Response.ok(new Secret(text))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static Optional<Status> status(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return Optional.empty();
        }
        for (Status status : Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(status);
            }
        }
        throw invalid("status");
    }

    private static Optional<UUID> after(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ids.parse(text).orElseThrow(() -> invalid("after")));
    }

    private static ProblemException invalid(String parameter) {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
