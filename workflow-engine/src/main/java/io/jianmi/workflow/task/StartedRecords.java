package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.instance.InstanceStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records that stand behind a timeline's entries: those whose workflows an entry has started, and the one that has started
 * it. Of a record that the reader may not see nothing is told but where its workflow stands, as of one that is no more.
 */
@Singleton
final class StartedRecords {

    /** SQL: two columns of an entry {@code t}, read by {@link #put}. */
    static final String COLUMNS = """
            case t.entry when 'subworkflow' then
             (select json_agg(json_build_array(c.form, c.record, k.app, k.status) order by c.seq)::text
              from %1$s.wf_child c left join %1$s.wf_instance k on k.id = c.instance where c.entry = t.id) end,
            case t.entry when 'submit' then
             (select json_build_array(p.form, p.record, p.app)::text from %1$s.wf_child c
              join %1$s.wf_visit v on v.id = c.visit join %1$s.wf_instance p on p.id = v.instance
              where c.instance = t.instance) end
            """;

    private final WorkflowRecords records;

    StartedRecords(WorkflowRecords records) {
        this.records = records;
    }

    /** Puts what an entry has started, and what has started it, into its answer, for {@link #show} to complete. */
    static void put(ObjectNode entry, @Nullable String children, @Nullable String startedBy) {
        if (children != null) {
            ArrayNode list = entry.putArray("children");
            Json.parse(children).forEach(child -> {
                ObjectNode told = list.addObject();
                told.set("record", child);
                told.put("status", status(child.path(3)));
            });
        }
        if (startedBy != null) {
            entry.putObject("startedBy").set("record", Json.parse(startedBy));
        }
    }

    private static @Nullable String status(JsonNode status) {
        return status.isTextual() ? InstanceStatus.valueOf(status.textValue()).key() : null;
    }

    /** Gives the records their titles as this reader sees them: one reading per form. */
    Uni<Void> show(Actor actor, JsonNode entries) {
        Map<String, Set<UUID>> wanted = new LinkedHashMap<>();
        each(
                entries,
                named -> wanted.computeIfAbsent(named.path(0).asText(), form -> new LinkedHashSet<>())
                        .add(UUID.fromString(named.path(1).asText())));
        Map<UUID, String> titles = new HashMap<>();
        return Multi.createFrom()
                .iterable(wanted.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        of -> titles(actor, of.getKey(), of.getValue()).invoke(titles::putAll))
                .collect()
                .asList()
                .invoke(() -> replace(entries, titles))
                .replaceWithVoid();
    }

    /** A form that is no more has no records that anybody sees. */
    private Uni<Map<UUID, String>> titles(Actor actor, String form, Collection<UUID> of) {
        return records.titles(actor, form, of).onFailure(ProblemException.class).recoverWithItem(Map.of());
    }

    private interface Named {
        void of(JsonNode named);
    }

    private static void each(JsonNode entries, Named visitor) {
        for (JsonNode entry : entries) {
            entry.path("children").forEach(child -> visitor.of(child.path("record")));
            if (entry.has("startedBy")) {
                visitor.of(entry.at("/startedBy/record"));
            }
        }
    }

    private static void replace(JsonNode entries, Map<UUID, String> titles) {
        for (JsonNode entry : entries) {
            entry.path("children").forEach(child -> replace((ObjectNode) child, titles));
            if (entry.get("startedBy") instanceof ObjectNode parent) {
                replace(parent, titles);
            }
        }
    }

    private static void replace(ObjectNode holder, Map<UUID, String> titles) {
        JsonNode named = holder.path("record");
        String title = titles.get(UUID.fromString(named.path(1).asText()));
        if (title == null) {
            holder.putNull("record");
        } else {
            holder.putObject("record")
                    .put("id", named.path(1).asText())
                    .put("form", named.path(0).asText())
                    .put("app", named.path(2).textValue())
                    .put("title", title);
        }
    }
}
