package io.jianmi.server.web;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.http.ProblemBody;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A body that announces more than the limit is refused with a problem, where the HTTP layer would say only a number. */
@ApplicationScoped
public class BodyLimit {

    /** Before the HTTP layer's own check. */
    private static final int PRIORITY = 100;

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.bytes = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (announced(context.request()) <= bytes) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(CommonProblem.TOO_LARGE.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .endHandler(nothing -> context.request().connection().close());
        context.response().end(ProblemBody.of(CommonProblem.TOO_LARGE)).onFailure(context::fail);
    }

    /** Zero when nothing is announced: what comes in pieces is counted by the HTTP layer as it comes. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
