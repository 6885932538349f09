package io.jianmi.workflow.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.Preference;
import io.jianmi.workflow.figure.FigureStore.Period;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a workflow does, over HTTP. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/workflows/{key}/figures")
@NonBlocking
public class FigureResource {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Callers callers;
    private final FigureDesk desk;
    private final InstantSource clock;

    FigureResource(Callers callers, FigureDesk desk, InstantSource clock) {
        this.callers = callers;
        this.desk = desk;
        this.clock = clock;
    }

    /** Without a period: the last thirty days. */
    @GET
    public Uni<ObjectNode> show(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        var actor = callers.in(tenant);
        Instant until = to == null ? clock.instant() : time(to, "to");
        Instant since = from == null ? until.minus(USUAL) : time(from, "from");
        if (!since.isBefore(until) || since.isBefore(until.minus(LONGEST))) {
            throw refused("from");
        }
        return desk.of(actor, app, key, new Period(since, until), Preference.language(language));
    }

    private static Instant time(String text, String parameter) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refused(parameter);
        }
    }

    private static ProblemException refused(String parameter) {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
