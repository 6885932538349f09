package io.jianmi.core.problem.http;

import io.jianmi.core.time.Ids;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Gives every request an id: the header {@code X-Request-Id} of its answer, the {@code request} of its audit entries and the
 * {@code instance} of its problem. What the caller sends under that name is ignored, since the log is no place for his words.
 */
@ApplicationScoped
public class RequestIds {

    private static final String HEADER = "X-Request-Id";
    private static final String KEY = "jianmi.request";

    /** Before everything that answers. */
    private static final int PRIORITY = 200;

    private final Ids ids;
    private final CurrentVertxRequest current;

    RequestIds(Ids ids, CurrentVertxRequest current) {
        this.ids = ids;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, PRIORITY);
    }

    /** The id of the request being served. */
    public Optional<String> current() {
        return Optional.ofNullable(current.getCurrent()).flatMap(RequestIds::of);
    }

    /** The id of this request. */
    public static Optional<String> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    private void begin(RoutingContext context) {
        String id = ids.next().toString();
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
