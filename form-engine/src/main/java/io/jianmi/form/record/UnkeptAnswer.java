package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;

/** Answers that nobody keeps, since they may hold what is protected (RFC 9111, 5.2.2.5). */
public final class UnkeptAnswer {

    private UnkeptAnswer() {}

    public static Response ok(ObjectNode body) {
        return of(Response.Status.OK, body);
    }

    public static Response of(Response.Status status, ObjectNode body) {
        return unkept(Response.status(status).entity(body));
    }

    static Response unkept(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store").build();
    }
}
