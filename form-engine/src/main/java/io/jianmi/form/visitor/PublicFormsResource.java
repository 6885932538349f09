package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Visitors;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Public forms over HTTP: the one part of the API that asks nobody who he is. Whoever is signed in is a visitor here too. */
@Path("/api/v1/public/{tenant}/{token}")
public class PublicFormsResource {

    private final Visitors visitors;
    private final Paces paces;
    private final PublicForms forms;

    PublicFormsResource(Visitors visitors, Paces paces, PublicForms forms) {
        this.visitors = visitors;
        this.paces = paces;
        this.forms = forms;
    }

    @GET
    public Uni<Response> show(
            @PathParam("tenant") String tenant, @PathParam("token") String token, @Context HttpServerRequest request) {
        return forms.show(visitor(tenant, request), token).map(UnkeptAnswer::ok);
    }

    @POST
    public Uni<Response> send(
            @PathParam("tenant") String tenant,
            @PathParam("token") String token,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Context HttpServerRequest request,
            @Nullable JsonNode body) {
        Actor visitor = visitor(tenant, request);
        return forms.send(visitor, token, () -> Submission.read(body, idempotency), request)
                .map(sent -> UnkeptAnswer.of(
                        Response.Status.ACCEPTED, Json.NODES.objectNode().put("accepted", true)));
    }

    private Actor visitor(String tenant, HttpServerRequest request) {
        paces.asked(request);
        return visitors.in(tenant).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }
}
