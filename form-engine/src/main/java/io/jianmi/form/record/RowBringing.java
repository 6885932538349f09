package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.FileFacts;
import io.jianmi.core.file.Files;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.UniqueViolation;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.OffLoop;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.compile.MovedField;
import io.jianmi.form.compile.TablePlan;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings rows that were read under one version to the next, beside what they hold, by one statement whatever their number. */
@Singleton
final class RowBringing {

    private final RecordSealer sealer;
    private final DataKeys keys;
    private final TenantWriter writer;
    private final Files files;
    private final ZoneId zone;

    RowBringing(
            RecordSealer sealer,
            DataKeys keys,
            TenantWriter writer,
            Files files,
            @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.sealer = sealer;
        this.keys = keys;
        this.writer = writer;
        this.files = files;
        this.zone = zone;
    }

    /** As the rows would be. */
    Uni<List<Brought>> convert(TenantKey tenant, CompiledForm from, CompiledForm to, List<Fetched> rows, Taken taken) {
        RowConversion conversion = new RowConversion(sealer, tenant, from, to, zone);
        return ring(tenant, to, rows)
                .chain(ring -> attached(tenant, to, rows, ring)
                        .chain(files -> OffLoop.run(
                                rows.size(),
                                () -> rows.stream()
                                        .map(row -> conversion.bring(row, ring, taken, files))
                                        .toList())));
    }

    /** What the records' files are, where some of them come to a field of another type; one statement for all. */
    private Uni<Map<UUID, FileFacts>> attached(TenantKey tenant, CompiledForm to, List<Fetched> rows, KeyRing ring) {
        if (rows.isEmpty()
                || to.kept().moved().stream()
                        .noneMatch(moved ->
                                RecordFiles.holdsFiles(to.find(moved.path()).orElseThrow()))) {
            return Uni.createFrom().item(Map.of());
        }
        return files.of(tenant, rows.stream().map(row -> row.row().id()).toList())
                .map(found -> {
                    Map<UUID, FileFacts> facts = new HashMap<>();
                    found.forEach(
                            file -> RecordFiles.facts(file, ring).ifPresent(known -> facts.put(file.id(), known)));
                    return facts;
                });
    }

    private Uni<KeyRing> ring(TenantKey tenant, CompiledForm to, List<Fetched> rows) {
        Set<KeyClass> classes = EnumSet.noneOf(KeyClass.class);
        for (MovedField field : to.kept().moved()) {
            if (field.before().encrypted()) {
                classes.add(KeyClass.of(field.before().level()));
            }
            CompiledField now = to.find(field.path()).orElseThrow();
            if (now.encrypted()) {
                classes.add(KeyClass.of(now.level()));
            }
            if (RecordFiles.holdsFiles(now)) {
                classes.add(RecordFiles.keyClass(now));
            }
        }
        Set<UUID> persons = rows.stream().map(row -> row.row().subject()).collect(Collectors.toSet());
        return keys.ring(tenant, persons, classes);
    }

    /**
     * Converts and stores them; a row that changes meanwhile is left as it is, for the next who looks.
     *
     * @param along statements of the same transaction
     */
    Uni<List<Brought>> bring(
            TenantKey tenant,
            CompiledForm from,
            CompiledForm to,
            List<Fetched> rows,
            Function<List<Brought>, List<Write>> along) {
        return convert(tenant, from, to, rows, Taken.NONE)
                .chain(brought -> store(tenant, to, brought, along.apply(brought)))
                .onFailure(UniqueViolation.class)
                .recoverWithUni(() -> sorted(tenant, from, to, rows)
                        .chain(brought -> writer.commit(along.apply(brought)).replaceWith(brought)));
    }

    /** One of them has a value that another row has: each by itself, that one without. */
    private Uni<List<Brought>> sorted(TenantKey tenant, CompiledForm from, CompiledForm to, List<Fetched> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> alone(tenant, from, to, row, Set.of()))
                .collect()
                .asList();
    }

    private Uni<Brought> alone(TenantKey tenant, CompiledForm from, CompiledForm to, Fetched row, Set<String> taken) {
        return convert(tenant, from, to, List.of(row), (record, path, mark) -> taken.contains(path))
                .chain(brought -> store(tenant, to, brought, List.of()))
                .map(brought -> brought.get(0))
                .onFailure(UniqueViolation.class)
                .recoverWithUni(violation -> {
                    Set<String> more = new HashSet<>(taken);
                    more.add(field(to, violation.index()));
                    return more.size() == taken.size()
                            ? Uni.createFrom().failure(violation)
                            : alone(tenant, from, to, row, more);
                });
    }

    private static String field(CompiledForm to, String index) {
        String column = to.table().indexes().stream()
                .filter(planned -> planned.name().equals(index))
                .map(planned -> planned.columns().get(0).column())
                .findFirst()
                .orElse("");
        return to.columns().stream()
                .filter(field -> field.column().equals(column)
                        || field.indexes().stream()
                                .anyMatch(search -> search.column().equals(column)))
                .map(CompiledField::path)
                .findFirst()
                .orElse("");
    }

    private Uni<List<Brought>> store(TenantKey tenant, CompiledForm to, List<Brought> brought, List<Write> along) {
        List<Write> writes = new ArrayList<>();
        if (!brought.isEmpty()) {
            writes.add(write(tenant, to, brought));
            to.subforms().forEach(subform -> rows(tenant, to, subform, brought).ifPresent(writes::add));
        }
        writes.addAll(along);
        return writer.commit(writes).replaceWith(brought);
    }

    /** Rows are locked in the order of their ids, as whoever changes several of them locks them. */
    private static Write write(TenantKey tenant, CompiledForm to, List<Brought> brought) {
        Map<String, String> columns = columns(to, to.kept().movedFields());
        columns.put(TablePlan.NEXT_OF, "bytea");
        columns.put(TablePlan.NEXT_TAG, "bytea");
        ArrayNode rows = Json.NODES.arrayNode(brought.size());
        brought.forEach(row -> rows.add(row.columns()));
        String sql = """
                update %1$s as t set %2$s from (
                    select x.* from jsonb_to_recordset($1::jsonb) as x(id uuid, %3$s)
                    join %1$s as locked on locked.id = x.id order by locked.id for update of locked
                ) as x where t.id = x.id and t."row_tag" = x."%4$s" and t."form_version" < %5$d
                """.formatted(
                        Sql.quoted(tenant.schema(), to.table().name()),
                        taken(columns),
                        declared(columns),
                        TablePlan.NEXT_OF,
                        to.version());
        return Write.any(sql, Tuple.of(new JsonArray(Json.write(rows)))).telling("t.\"id\"");
    }

    /** Of records that the statement before has stored, and of no others: only whoever stores a record changes its rows. */
    private static Optional<Write> rows(
            TenantKey tenant, CompiledForm to, CompiledSubform subform, List<Brought> brought) {
        Map<String, String> columns = columns(to, to.kept().movedCells(subform.key()));
        ArrayNode rows = Json.NODES.arrayNode();
        brought.forEach(row -> rows.addAll(row.cells().getOrDefault(subform.key(), Json.NODES.arrayNode())));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String sql = """
                update %1$s as c set %2$s from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, %3$s)
                join %4$s as brought on brought.id = x.record_id where c.id = x.id
                """.formatted(
                        Sql.quoted(tenant.schema(), subform.table()), taken(columns), declared(columns), Write.FIRST);
        return Optional.of(Write.any(sql, Tuple.of(new JsonArray(Json.write(rows)))));
    }

    private static String taken(Map<String, String> columns) {
        return columns.keySet().stream()
                .map(column -> "%1$s = x.%1$s".formatted(Sql.quoted(column)))
                .collect(Collectors.joining(", "));
    }

    private static String declared(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> Sql.quoted(column.getKey()) + " " + column.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The columns to which these fields move. */
    private static Map<String, String> columns(CompiledForm to, List<MovedField> fields) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (MovedField field : fields) {
            CompiledField now = to.find(field.path()).orElseThrow();
            columns.put(now.column(), now.columnType().sql());
            if (field.subform() == null) {
                now.indexes().forEach(index -> columns.put(index.column(), "bytea"));
            }
        }
        return columns;
    }
}
