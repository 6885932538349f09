package io.jianmi.server.web;

import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.http.ProblemBody;
import io.jianmi.core.problem.http.RequestIds;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds of every request to the API before its address is looked at: the address takes the method ({@link KnownRoutes}), the query is
 * {@linkplain QueryShape well-formed}, a key that names the request is one, a request without a body says nothing of its kind, so that an
 * address that takes a body or none is reached by both, and what answers JSON does so whatever is asked for, lest a browser take it for a
 * page.
 */
@ApplicationScoped
public class RequestShape {

    /** After it is known who asks. */
    private static final int PRIORITY = 90;

    private static final String API = "/api/v1/";
    private static final String JSON = "application/json";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final int LONGEST_KEY = 255;

    /** U+0000, which no key and no id holds, and which the database does not even take as a question. */
    private static final String NOTHING = "%00";

    private final KnownRoutes routes = KnownRoutes.load();

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (path == null || !path.startsWith(API)) {
            context.next();
            return;
        }
        String method = request.method().name();
        KnownRoutes.Address address = routes.at(path);
        Optional<String> wrong = QueryShape.wrong(request.query()).or(() -> key(request));
        if (address.known() && !address.methods().contains(method) && !method.equals("OPTIONS")) {
            context.response().putHeader("Allow", String.join(", ", address.methods()));
            refuse(context, ProblemException.of(CommonProblem.METHOD_NOT_ALLOWED));
        } else if (path.contains(NOTHING)) {
            refuse(context, ProblemException.of(CommonProblem.NOT_FOUND));
        } else if (wrong.isPresent()) {
            refuse(context, parameter(wrong.get()));
        } else {
            understood(request, address);
            context.next();
        }
    }

    /** A key that names a request is short, and says something. */
    private static Optional<String> key(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(Idempotency.HEADER))
                .filter(key -> key.isBlank() || key.length() > LONGEST_KEY)
                .map(key -> Idempotency.HEADER);
    }

    private static void understood(HttpServerRequest request, KnownRoutes.Address address) {
        if (empty(request)) {
            request.headers().set("Content-Type", JSON);
        }
        if (address.json(request.method().name())) {
            request.headers().set("Accept", JSON);
        }
    }

    private static boolean empty(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return WITH_BODY.contains(request.method().name())
                && request.getHeader("Content-Type") == null
                && request.getHeader("Transfer-Encoding") == null
                && (length == null || length.equals("0"));
    }

    private static ProblemException parameter(String name) {
        return ProblemException.of(
                CommonProblem.INVALID_PARAMETER, name.isEmpty() ? Map.of() : Map.of("parameter", name));
    }

    private static void refuse(RoutingContext context, ProblemException problem) {
        context.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(ProblemBody.of(problem, RequestIds.of(context)))
                .onFailure(context::fail);
    }
}
