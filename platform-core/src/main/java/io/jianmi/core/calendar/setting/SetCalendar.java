package io.jianmi.core.calendar.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.calendar.CalendarText;
import io.jianmi.core.cluster.Notices;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces the tenant's calendar.
 *
 * @param body as it was sent; read only after it is known that the actor may
 */
record SetCalendar(JsonNode body) implements Command<CalendarSetting> {

    private static final List<String> PARTS = List.of("zone", "week", "holidays", "workdays");

    @Override
    public String action() {
        return "calendar.set";
    }

    @Override
    public String target() {
        return "calendar";
    }

    @Singleton
    static final class Handler implements CommandHandler<SetCalendar, CalendarSetting, Boolean> {

        private static final String POLICY = "platform";

        private final Calendars calendars;
        private final InstantSource clock;

        Handler(Calendars calendars, InstantSource clock) {
            this.calendars = calendars;
            this.clock = clock;
        }

        @Override
        public Uni<Boolean> load(SetCalendar command, Actor actor) {
            return Uni.createFrom().item(actor.system() || actor.hasRole("admin"));
        }

        @Override
        public Permit authorize(SetCalendar command, Boolean may, Actor actor) {
            return may ? Permit.allow(POLICY) : Permit.refuse(ProblemException.of(CommonProblem.FORBIDDEN), POLICY);
        }

        @Override
        public Uni<Changes<CalendarSetting>> decide(SetCalendar command, Boolean may, Actor actor) {
            CalendarSetting setting = setting(command.body());
            Tuple parameters = Tuple.tuple()
                    .addBoolean(setting.enabled())
                    .addString(Json.write(setting.body()))
                    .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                    .addString(actor.id().value());
            Write write = Write.one(
                    """
                    insert into "%s".calendar (enabled, body, updated_at, updated_by)
                    select $1::boolean, $2::text, $3::timestamptz, $4::text from %s
                    on conflict (id) do update set enabled = excluded.enabled, body = excluded.body,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by
                    """.formatted(actor.tenant().schema(), Notices.told(5)),
                    Notices.bind(parameters, Calendars.notice(actor.tenant())));
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of("enabled", Boolean.toString(setting.enabled())));
            return Uni.createFrom().item(Changes.of(List.of(write), audit, List.of(), () -> {
                calendars.changed(actor.tenant(), Calendars.TOPIC);
                return setting;
            }));
        }

        /** Only what a calendar consists of is kept. */
        private static CalendarSetting setting(JsonNode sent) {
            List<Finding> findings = new ArrayList<>();
            ObjectNode body = Json.NODES.objectNode();
            PARTS.stream().filter(sent::has).forEach(part -> body.set(part, sent.get(part)));
            if (!sent.path("enabled").isBoolean()) {
                findings.add(Finding.error("request.type", "/enabled", Map.of("expected", "boolean")));
            }
            CalendarText.read(body, findings);
            if (Finding.anyBlocks(findings)) {
                throw ProblemException.of(CalendarProblem.INVALID, findings);
            }
            return new CalendarSetting(sent.path("enabled").booleanValue(), body);
        }
    }
}
