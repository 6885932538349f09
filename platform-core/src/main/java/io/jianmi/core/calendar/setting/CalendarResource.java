package io.jianmi.core.calendar.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** The tenant's working calendar: every member reads it, since terms are counted by it; administrators change it. */
@Path("/api/v1/tenants/{tenant}/calendar")
@NonBlocking
public class CalendarResource {

    private final Callers callers;
    private final Calendars calendars;
    private final CommandPipeline pipeline;
    private final SetCalendar.Handler setting;

    CalendarResource(Callers callers, Calendars calendars, CommandPipeline pipeline, SetCalendar.Handler setting) {
        this.callers = callers;
        this.calendars = calendars;
        this.pipeline = pipeline;
        this.setting = setting;
    }

    @GET
    public Uni<ObjectNode> show(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        return calendars.setting(actor.tenant()).map(CalendarSetting::answer);
    }

    @PUT
    public Uni<ObjectNode> replace(@PathParam("tenant") String tenant, @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        return pipeline.run(setting, new SetCalendar(body == null ? Json.NODES.nullNode() : body), actor)
                .map(CalendarSetting::answer);
    }
}
