package io.jianmi.workflow.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RequestBody;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Running instances to another version of their workflow. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/workflows/{key}/migrations")
@NonBlocking
public class MigrationResource {

    private final Callers callers;
    private final CommandPipeline pipeline;
    private final MigrationHandler handler;

    MigrationResource(Callers callers, CommandPipeline pipeline, MigrationHandler handler) {
        this.callers = callers;
        this.pipeline = pipeline;
        this.handler = handler;
    }

    @POST
    public Uni<ObjectNode> migrate(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Nullable JsonNode body) {
        var actor = callers.in(tenant);
        MigrateInstances command = command(app, key, body);
        return (dryRun ? handler.look(command, actor) : pipeline.run(handler, command, actor)).map(Migration::json);
    }

    private static MigrateInstances command(String app, String key, @Nullable JsonNode body) {
        ObjectNode json = body instanceof ObjectNode object ? object : Json.NODES.objectNode();
        List<Finding> findings = new ArrayList<>();
        Optional<Integer> from = version(json, "from", findings);
        Optional<Integer> to = version(json, "to", findings);
        Optional<UUID> after = Optional.of(json.path("after").asText()).flatMap(Ids::parse);
        if (after.isEmpty() && json.hasNonNull("after")) {
            findings.add(Finding.error("request.type", "/after", Map.of("expected", "cursor")));
        }
        RequestBody.refuse(findings);
        return new MigrateInstances(app, key, from, to, after);
    }

    private static Optional<Integer> version(ObjectNode json, String name, List<Finding> findings) {
        JsonNode given = json.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return Optional.empty();
        }
        if (!given.isIntegralNumber() || !given.canConvertToInt() || given.asInt() < 1) {
            findings.add(Finding.error("request.type", "/" + name, Map.of("expected", "integer")));
        }
        return Optional.of(given.asInt());
    }
}
