package io.jianmi.core.identity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** With whose eyes the request being served looks. */
@ApplicationScoped
public class Viewing {

    /** Names the simulation that a request belongs to. */
    public static final String HEADER = "Jianmi-Simulation";

    private static final String KEY = "jianmi.perspective";

    private final CurrentVertxRequest current;

    Viewing(CurrentVertxRequest current) {
        this.current = current;
    }

    /** From now on the caller of this request is whom he looks as. */
    public void as(Perspective perspective) {
        current.getCurrent().put(KEY, perspective);
    }

    /** Whether the request says that it looks so. */
    boolean asked() {
        RoutingContext context = current.getCurrent();
        return context != null && context.request().getHeader(HEADER) != null;
    }

    Optional<Perspective> perspective() {
        RoutingContext context = current.getCurrent();
        return Optional.ofNullable(context).map(serving -> serving.get(KEY));
    }
}
