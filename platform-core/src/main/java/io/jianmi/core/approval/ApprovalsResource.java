package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.approval.ApprovalRules.Act;
import io.jianmi.core.approval.ApprovalStore.Box;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals that the caller asked for, may decide on, or has decided on. What people wrote is in them, so nobody keeps them. */
@Path("/api/v1/tenants/{tenant}/approvals")
public class ApprovalsResource {

    private static final int LONGEST_COMMENT = 4_000;

    private final Callers callers;
    private final ApprovalDesk desk;

    ApprovalsResource(Callers callers, ApprovalDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    @GET
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @QueryParam("box") @DefaultValue("todo") String box,
            @QueryParam("record") @Nullable String record,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        PageLimit.check(limit);
        Box chosen = Arrays.stream(Box.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(box))
                .findFirst()
                .orElseThrow(() -> invalid("box"));
        return desk.page(actor, chosen, id("record", record), id("after", after), limit, language)
                .map(ApprovalsResource::unkept);
    }

    @GET
    @Path("waiting")
    public Uni<Response> waiting(@PathParam("tenant") String tenant) {
        return desk.waiting(callers.in(tenant)).map(ApprovalsResource::unkept);
    }

    @GET
    @Path("{id}")
    public Uni<Response> show(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        return desk.show(actor, approval(id), language).map(ApprovalsResource::unkept);
    }

    @POST
    @Path("{id}/{act: approve|reject|withdraw}")
    public Uni<Response> act(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        Act chosen = Act.valueOf(act.toUpperCase(Locale.ROOT));
        return desk.act(actor, new ActOnApproval(approval(id), chosen, comment(body)), language)
                .map(ApprovalsResource::unkept);
    }

    private static Optional<String> comment(@Nullable JsonNode body) {
        JsonNode comment = body == null ? null : body.get("comment");
        if (comment == null || comment.isNull()) {
            return Optional.empty();
        }
        if (!comment.isTextual()) {
            throw ProblemException.of(
                    ApprovalProblem.INVALID,
                    List.of(Finding.error("request.type", "/comment", Map.of("expected", "string"))));
        }
        if (comment.textValue().length() > LONGEST_COMMENT) {
            throw ProblemException.of(
                    ApprovalProblem.INVALID,
                    List.of(Finding.error("field.too-long", "/comment", Map.of("maxLength", LONGEST_COMMENT))));
        }
        return Optional.of(comment.textValue().strip()).filter(text -> !text.isEmpty());
    }

    private static Response unkept(Object answer) {
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }

    /** A malformed id names nothing, so it is one that is not there. */
    private static UUID approval(String id) {
        return Ids.parse(id).orElseThrow(() -> ProblemException.of(ApprovalProblem.NOT_FOUND));
    }

    private static Optional<UUID> id(String parameter, @Nullable String text) {
        return Optional.ofNullable(text)
                .filter(some -> !some.isEmpty())
                .map(some -> Ids.parse(some).orElseThrow(() -> invalid(parameter)));
    }

    private static ProblemException invalid(String parameter) {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
