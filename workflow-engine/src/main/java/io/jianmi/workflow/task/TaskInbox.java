package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StatementCache;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.instance.Titles;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The four boxes. Newest first, keyset paging on one index; titles come masked as the reader's access demands. */
@Singleton
public final class TaskInbox {

    static final Set<String> BOXES = Set.of("todo", "done", "initiated", "cc");

    private static final String SELECT = """
            select id, record, app, form, workflow, workflow_version, node, status, decision, created_at, done_at, due_at,
            read_at is not null, %2$s::text as place, delegator from %1$s.task where assignee = $1 and box = $2
            """;

    private final Pool pool;
    private final Pool byKey;
    private final Titles titles;
    private final OrgDirectory directory;
    private final InstantSource clock;

    TaskInbox(
            Pool pool,
            @ReactiveDataSource(StatementCache.BY_KEY) Pool byKey,
            Titles titles,
            OrgDirectory directory,
            InstantSource clock) {
        this.pool = pool;
        this.byKey = byKey;
        this.titles = titles;
        this.directory = directory;
        this.clock = clock;
    }

    /** Only what has a term, the one that ends first in front. */
    enum Due {
        ANY,
        OVERDUE;

        static Optional<Due> parse(String word) {
            return Stream.of(values())
                    .filter(due -> due.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /**
     * @param narrow column to value; only columns of {@link #narrowing}
     * @param due empty: all, newest first
     * @param after cursor of the page before
     */
    record Query(String box, Map<String, String> narrow, Optional<Due> due, int limit, Optional<String> after) {

        private String column() {
            return due.isPresent() ? "due_at" : "sort_at";
        }

        private String direction() {
            return due.isPresent() ? "" : " desc";
        }
    }

    record Page(List<ObjectNode> items, @Nullable String next) {}

    /** Columns that narrow a box. */
    static Set<String> narrowing() {
        return Set.of("app", "form", "workflow", "node", "record");
    }

    Uni<Page> page(Actor actor, Query query, String language) {
        Instant now = clock.instant();
        StringBuilder sql =
                new StringBuilder(SELECT.formatted("\"" + actor.tenant().schema() + "\"", query.column()));
        Tuple parameters = Tuple.of(actor.id().value(), query.box());
        new LinkedHashMap<>(query.narrow()).forEach((column, value) -> {
            boolean record = column.equals("record");
            parameters.addValue(record ? uuid(value) : value);
            sql.append(" and ").append(column).append(" = $").append(parameters.size());
        });
        query.due().ifPresent(due -> {
            sql.append(" and due_at is not null");
            if (due == Due.OVERDUE) {
                parameters.addValue(now.atOffset(ZoneOffset.UTC));
                sql.append(" and due_at <= $").append(parameters.size());
            }
        });
        query.after().map(TaskInbox::cursor).ifPresent(cursor -> {
            parameters.addValue(cursor.at());
            parameters.addValue(cursor.id());
            sql.append(" and (%s, id) %s ($"
                            .formatted(query.column(), query.due().isPresent() ? ">" : "<"))
                    .append(parameters.size() - 1)
                    .append(", $")
                    .append(parameters.size())
                    .append(")");
        });
        sql.append(" order by %1$s%2$s, id%2$s limit ".formatted(query.column(), query.direction()))
                .append(query.limit() + 1);
        Pool connections = query.narrow().containsKey("record") ? byKey : pool;
        return connections.preparedQuery(sql.toString()).execute(parameters).chain(rows -> {
            List<Row> list = new ArrayList<>();
            rows.forEach(list::add);
            boolean more = list.size() > query.limit();
            List<Row> shown = more ? list.subList(0, query.limit()) : list;
            return titles.records(actor, byForm(shown))
                    .chain(records -> titles.nodes(
                                    actor, shown.stream().map(TaskInbox::ref).toList(), language)
                            .map(nodes -> new Page(
                                    shown.stream()
                                            .map(row -> item(row, records, nodes, actor, now))
                                            .toList(),
                                    more ? cursor(shown.get(shown.size() - 1)) : null)));
        });
    }

    private static Map<String, Set<UUID>> byForm(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getString(3), Collectors.mapping(row -> row.getUUID(1), Collectors.toSet())));
    }

    private ObjectNode item(Row row, Map<UUID, String> titles, Map<String, String> nodes, Actor actor, Instant now) {
        ObjectNode item = Json.NODES.objectNode();
        item.put("id", row.getUUID(0).toString());
        item.putObject("record")
                .put("id", row.getUUID(1).toString())
                .put("title", titles.getOrDefault(row.getUUID(1), ""));
        item.put("app", row.getString(2));
        item.put("form", row.getString(3));
        item.put("workflow", row.getString(4));
        item.put("node", row.getString(6));
        item.put("nodeTitle", nodes.getOrDefault(Titles.node(ref(row), row.getString(6)), row.getString(6)));
        item.put("status", TaskAnswers.status(row.getString(7)));
        item.put("decision", row.getString(8));
        item.put("createdAt", TaskAnswers.time(row.getOffsetDateTime(9)));
        item.put("doneAt", TaskAnswers.time(row.getOffsetDateTime(10)));
        item.put("due", TaskAnswers.time(row.getOffsetDateTime(11)));
        OffsetDateTime due = row.getOffsetDateTime(11);
        boolean open = row.getString(7).equals(TaskStatus.OPEN.name());
        item.put("overdue", open && due != null && !due.toInstant().isAfter(now));
        item.put("read", row.getBoolean(12));
        if (row.getString(14) != null) {
            item.set("for", TaskAnswers.person(row.getString(14), directory.of(actor.tenant())));
        }
        return item;
    }

    private static WorkflowRef ref(Row row) {
        return new WorkflowRef(row.getString(2), row.getString(4), row.getInteger(5));
    }

    private record Cursor(OffsetDateTime at, UUID id) {}

    private static String cursor(Row last) {
        String text = last.getString(13).replace(' ', 'T') + "|" + last.getUUID(0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Cursor cursor(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            String at = parts[0].matches(".*[+-]\\d\\d") ? parts[0] + ":00" : parts[0];
            return new Cursor(OffsetDateTime.parse(at), uuid(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "after"));
        }
    }

    private static UUID uuid(String text) {
        return Ids.parse(text)
                .orElseThrow(() -> ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "record")));
    }
}
