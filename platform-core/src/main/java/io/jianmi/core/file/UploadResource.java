package io.jianmi.core.file;

import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uploads over HTTP. The framework's own reading of multipart would put the file on disk in clear, so it is not used. */
@Path("/api/v1/tenants/{tenant}/files")
public class UploadResource {

    private final Callers callers;
    private final Files files;

    UploadResource(Callers callers, Files files) {
        this.callers = callers;
        this.files = files;
    }

    @POST
    @OpenToClients
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> upload(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Context HttpServerRequest request) {
        Actor actor = callers.in(tenant);
        boolean multipart = Optional.ofNullable(request.getHeader("Content-Type"))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.startsWith("multipart/form-data") && type.contains("boundary="))
                .isPresent();
        if (!multipart) {
            throw ProblemException.of(FileProblem.NOT_MULTIPART);
        }
        return files.receive(actor, request, idempotency)
                .map(received -> Response.status(Response.Status.CREATED)
                        .entity(received.facts().json(received.id()))
                        .build());
    }
}
