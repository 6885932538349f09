package io.jianmi.server.web;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.http.ProblemBody;
import io.jianmi.core.problem.http.RequestIds;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How large a body may be: JSON a little, an uploaded file more. One that announces more is refused with a problem, where the
 * HTTP layer would say only a number. One that announces nothing is counted where it is read: by {@link PieceLimit}, or as a file.
 */
@ApplicationScoped
public class BodyLimit {

    /** Before the HTTP layer's own check, after it is known who asks. */
    private static final int PRIORITY = 100;

    /** How long what is too large is read and thrown away, in milliseconds. */
    private static final long PATIENCE = 3_000;

    private static final Pattern UPLOAD =
            Pattern.compile("/api/v1/tenants/[^/]+/(?:files|apps/[^/]+/forms/[^/]+/imports(?:/columns)?)");

    /** Of who need not say who he is. */
    private static final String PUBLIC = "/api/v1/public/";

    private final long json;
    private final long open;
    private final long upload;

    BodyLimit(
            @ConfigProperty(name = "jianmi.http.max-json") MemorySize json,
            @ConfigProperty(name = "jianmi.http.max-public") MemorySize open,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize upload) {
        this.json = json.asLongValue();
        this.open = open.asLongValue();
        this.upload = upload.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private long limit(RoutingContext context) {
        String path = context.request().path();
        if (open(path)) {
            return open;
        }
        return path != null && UPLOAD.matcher(path).matches() ? upload : json;
    }

    private static boolean open(@Nullable String path) {
        return path != null && path.startsWith(PUBLIC);
    }

    private void check(RoutingContext context) {
        if (announced(context) <= limit(context)) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        Refusal refusal = new Refusal(context);
        long patience = context.vertx().setTimer(PATIENCE, timer -> refusal.answer());
        request.handler(discarded -> {});
        request.exceptionHandler(gone -> context.vertx().cancelTimer(patience));
        request.endHandler(whole -> {
            context.vertx().cancelTimer(patience);
            refusal.answer();
        });
        request.resume();
    }

    /**
     * The answer to one request, given once. Timer and request both speak on the event loop of the connection, so a plain field will do.
     */
    private static final class Refusal {

        private final RoutingContext context;
        private boolean answered;

        Refusal(RoutingContext context) {
            this.context = context;
        }

        /**
         * Once the sender has finished, or has had his time: who is hung up on while he writes loses the answer with the connection (RFC
         * 9112, 9.6).
         */
        void answer() {
            if (answered) {
                return;
            }
            answered = true;
            context.response()
                    .setStatusCode(CommonProblem.TOO_LARGE.status())
                    .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                    .putHeader("Connection", "close")
                    .endHandler(nothing -> context.request().connection().close());
            context.response()
                    .end(ProblemBody.of(CommonProblem.TOO_LARGE, RequestIds.of(context)))
                    .onFailure(context::fail);
        }
    }

    /** Zero when nothing is announced, which is too much of who need not say who he is. */
    private static long announced(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader("Content-Length");
        if (length == null && request.getHeader("Transfer-Encoding") != null && open(request.path())) {
            return Long.MAX_VALUE;
        }
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
