package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.Preference;
import io.jianmi.workflow.node.TaskAction;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbox and decisions of the caller. */
@Path("/api/v1/tenants/{tenant}/tasks")
@NonBlocking
public class TaskResource {

    private static final int MAX_LIMIT = 200;

    private final OrgDirectory directory;
    private final Callers callers;
    private final TaskInbox inbox;
    private final TaskDesk desk;
    private final TaskBatch batch;

    TaskResource(Callers callers, TaskInbox inbox, TaskDesk desk, TaskBatch batch, OrgDirectory directory) {
        this.directory = directory;
        this.callers = callers;
        this.inbox = inbox;
        this.desk = desk;
        this.batch = batch;
    }

    /** One page; {@code next} is null on the last. */
    public record Page(List<ObjectNode> items, @Nullable String next) {}

    @GET
    public Uni<Page> list(
            @PathParam("tenant") String tenant,
            @QueryParam("box") @DefaultValue("todo") String box,
            @QueryParam("due") @Nullable String due,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @Context UriInfo uri) {
        var actor = callers.in(tenant);
        if (!TaskInbox.BOXES.contains(box)) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "box"));
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "limit"));
        }
        Optional<TaskInbox.Due> ending = Optional.ofNullable(due)
                .map(word -> TaskInbox.Due.parse(word)
                        .filter(known -> box.equals("todo"))
                        .orElseThrow(() ->
                                ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "due"))));
        Map<String, String> narrow = new HashMap<>();
        TaskInbox.narrowing()
                .forEach(name -> Optional.ofNullable(uri.getQueryParameters().getFirst(name))
                        .ifPresent(value -> narrow.put(name, value)));
        TaskInbox.Query query = new TaskInbox.Query(box, narrow, ending, limit, Optional.ofNullable(after));
        return inbox.page(actor, query, Preference.language(language)).map(page -> new Page(page.items(), page.next()));
    }

    @GET
    @Path("{id}")
    public Uni<ObjectNode> show(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        var actor = callers.in(tenant);
        return desk.show(actor, task(id), Preference.language(language));
    }

    @POST
    @Path("{id}/{act: approve|reject|return|transfer|add-signer|remove-signer|save|take-back|reassign}")
    public Uni<ObjectNode> decide(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @HeaderParam("Prefer") @DefaultValue("") String prefer,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        var actor = callers.in(tenant);
        UUID task = task(id);
        DecideTask command = ActBody.onTask(
                task,
                TaskAction.ofPath(act).orElseThrow(),
                body,
                Optional.ofNullable(idempotency),
                directory.of(actor.tenant()));
        return desk.decide(actor, command, Preference.wait(prefer), Preference.language(language));
    }

    @POST
    @Path("batch")
    public Uni<ObjectNode> batch(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        var actor = callers.in(tenant);
        return batch.run(actor, TaskBatch.Order.read(body), Optional.ofNullable(idempotency));
    }

    @POST
    @Path("{id}/remind")
    public Uni<ObjectNode> remind(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        var actor = callers.in(tenant);
        return desk.remind(actor, task(id), body, Optional.ofNullable(idempotency), Preference.language(language));
    }

    @POST
    @Path("{id}/read")
    public Uni<ObjectNode> read(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        var actor = callers.in(tenant);
        return desk.read(actor, task(id), Preference.language(language));
    }

    /** A malformed id names nothing, so it is a task that is not there. */
    private static UUID task(String id) {
        return Ids.parse(id).orElseThrow(() -> ProblemException.of(TaskProblem.NOT_FOUND));
    }
}
