package io.jianmi.form.look;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who looked at a record, over HTTP. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/looks")
public class LooksResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final Looks looks;

    LooksResource(Callers callers, CompiledForms forms, Looks looks) {
        this.callers = callers;
        this.forms = forms;
        this.looks = looks;
    }

    @GET
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Actor actor = callers.in(tenant);
        PageLimit.check(limit);
        long below = below(after);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> looks.of(actor, compiled, RequestBody.recordId(id), below, limit))
                .map(UnkeptAnswer::ok);
    }

    private static long below(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException none) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "after"));
        }
    }
}
