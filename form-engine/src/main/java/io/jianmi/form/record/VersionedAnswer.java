package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;

/** Answers whose version is their entity tag (RFC 9110, 8.8.3): what {@link Preference#version} reads. */
public final class VersionedAnswer {

    private VersionedAnswer() {}

    /** @param body with a {@code version} */
    public static Response of(Response.Status status, ObjectNode body) {
        return tagged(status, body).build();
    }

    /** What nobody keeps, since it may hold what is protected. */
    public static Response unkept(Response.Status status, ObjectNode body) {
        return UnkeptAnswer.unkept(tagged(status, body));
    }

    private static Response.ResponseBuilder tagged(Response.Status status, ObjectNode body) {
        return Response.status(status)
                .entity(body)
                .header("ETag", "\"" + body.path("version").asInt() + "\"");
    }
}
