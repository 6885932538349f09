package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.expression.ExpressionProblem;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.expression.Trial;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The designer's try-it: any FEEL text on a context of plain JSON. It reads no record and keeps nothing; since one try may take half
 * a second it runs on a worker thread and is for designers only.
 */
@Path("/api/v1/tenants/{tenant}/expressions")
@Blocking
public class ExpressionsResource {

    private final Callers callers;
    private final Expressions expressions;

    ExpressionsResource(Callers callers, Expressions expressions) {
        this.callers = callers;
        this.expressions = expressions;
    }

    @POST
    @Path("evaluate")
    public ObjectNode evaluate(@PathParam("tenant") String tenant, @Nullable JsonNode body) {
        Designers.require(callers.in(tenant));
        if (body == null || !body.isObject()) {
            throw ProblemException.of(CommonProblem.MALFORMED_JSON);
        }
        JsonNode text = body.path("expression");
        JsonNode context = body.path("context");
        if (!text.isTextual()) {
            throw refused(Finding.error("expression.missing", "/expression"));
        } else if (!context.isMissingNode() && !context.isNull() && !context.isObject()) {
            throw refused(Finding.error("expression.context", "/context"));
        }
        Trial trial = expressions.tryIt(text.textValue(), context);
        if (trial.type().isEmpty()) {
            throw ProblemException.of(
                    ExpressionProblem.INVALID,
                    trial.findings().stream()
                            .map(finding -> finding.below("/expression"))
                            .toList());
        }
        return Json.NODES
                .objectNode()
                .put("type", trial.type().get())
                .set("value", trial.value().orElse(Json.NODES.nullNode()));
    }

    private static ProblemException refused(Finding finding) {
        return ProblemException.of(ExpressionProblem.INVALID, List.of(finding));
    }
}
