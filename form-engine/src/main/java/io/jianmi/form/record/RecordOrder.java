package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.compile.TablePlan.Part;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.query.Cursor;
import io.jianmi.form.query.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** The order of a list and its keyset: ties are broken by id, empty values come last either way. */
final class RecordOrder {

    /** @param column by its name alone, or what of it may order the rows */
    private record Key(
            String field, Field<Object> column, ColumnType type, boolean descending, boolean nullable, boolean whole) {}

    private final CompiledForm form;
    private final List<Key> keys;

    private RecordOrder(CompiledForm form, List<Key> keys) {
        this.form = form;
        this.keys = keys;
    }

    /** @param roads told what is demanded already; where rows come in that only a task shows, their fields are empty to the order */
    static RecordOrder of(RecordTable table, Grants grants, RowRoads roads, List<Sort> sorts, List<Finding> findings) {
        CompiledForm form = table.form();
        List<Key> keys = new ArrayList<>();
        for (Sort sort : sorts) {
            Optional<SystemField> system = SystemField.parse(sort.field());
            Optional<CompiledField> field = form.field(sort.field());
            if (system.isPresent()) {
                keys.add(new Key(
                        sort.field(),
                        field(name(system.get().column())),
                        system.get().columnType(),
                        sort.descending(),
                        false,
                        true));
            } else if (field.isEmpty() || grants.atMost(sort.field()) == FieldAccess.HIDDEN) {
                findings.add(Finding.error("field.unknown", sort.pointer()));
            } else if (field.get().encrypted()
                    || field.get().type().capability(Sortable.class).isEmpty()
                    || grants.reading(sort.field()).size() < grants.readers().size()) {
                // Where he reads the field on some rows only, the order would tell of the others.
                findings.add(Finding.error("field.not-usable", sort.pointer()));
            } else {
                Optional<Condition> reach = reach(table, roads, grants, sort.field());
                Field<Object> column = field(name(field.get().column()));
                keys.add(new Key(
                        sort.field(),
                        reach.isPresent() ? when(reach.get(), column) : column,
                        field.get().columnType(),
                        sort.descending(),
                        true,
                        reach.isEmpty()));
            }
        }
        boolean descending = keys.isEmpty() || keys.get(keys.size() - 1).descending();
        keys.add(new Key("id", field(name("id")), ColumnType.UUID, descending, false, true));
        return new RecordOrder(form, keys);
    }

    /** Rows whose value may order them; empty where all may. */
    private static Optional<Condition> reach(RecordTable table, RowRoads roads, Grants grants, String field) {
        Optional<Condition> read = roads.reach(grants.reading(field));
        Optional<Condition> stands = ConsentSql.stands(table.tenant(), table.form(), field);
        return read.isPresent() && stands.isPresent()
                ? Optional.of(and(read.get(), stands.get()))
                : read.or(() -> stands);
    }

    /**
     * A page of the rows that a condition lets through, in this order. The limit is written out: planned without knowing it, a page would
     * be taken for a tenth of the table.
     */
    Sql.Part page(Sql.Part where, int limit) {
        StringBuilder text = new StringBuilder(where.text()).append(" order by ");
        List<Object> values = new ArrayList<>(where.values());
        for (int i = 0; i < keys.size(); i++) {
            Sql.Part column = Sql.part(keys.get(i).column());
            values.addAll(column.values());
            text.append(i > 0 ? ", " : "")
                    .append(column.text())
                    .append(keys.get(i).descending() ? " desc" : " asc")
                    .append(keys.get(i).nullable() ? " nulls last" : "");
        }
        return new Sql.Part(text.append(" limit ").append(limit).toString(), values);
    }

    /** As an index has it; empty where a key orders some rows only. */
    Optional<List<Part>> parts() {
        return keys.stream().allMatch(Key::whole)
                ? Optional.of(keys.stream()
                        .map(key ->
                                new Part(key.column().getName(), key.descending(), key.descending() && key.nullable()))
                        .toList())
                : Optional.empty();
    }

    Cursor cursor(Visible last) {
        ArrayNode position = Json.NODES.arrayNode();
        keys.forEach(key -> position.add(value(key, last)));
        return new Cursor(position);
    }

    private static JsonNode value(Key key, Visible visible) {
        StoredRecord row = visible.row();
        return switch (key.field()) {
            case "id" -> Json.NODES.textNode(row.id().toString());
            case "status" -> Json.NODES.textNode(row.status().key());
            case "createdAt" -> Json.NODES.textNode(row.createdAt().toString());
            case "createdBy" -> Json.NODES.textNode(row.createdBy());
            case "updatedAt" -> Json.NODES.textNode(row.updatedAt().toString());
            case "updatedBy" -> Json.NODES.textNode(row.updatedBy());
            default ->
                visible.access().allows(RecordAction.READ)
                                && visible.form()
                                        .field(key.field())
                                        .filter(visible::withdrawn)
                                        .isEmpty()
                        ? row.clear().getOrDefault(key.field(), Json.NODES.nullNode())
                        : Json.NODES.nullNode();
        };
    }

    /** Rows from a value of the first key on, those that have it included; what no filter could compare that key with is a finding. */
    Condition from(JsonNode value, List<Finding> findings) {
        Key first = keys.get(0);
        Optional<Object> start = start(first, value, findings);
        if (start.isEmpty()) {
            findings.add(Finding.error("query.from", "/from"));
            return falseCondition();
        }
        Condition reached = first.descending()
                ? first.column().le(val(start.get()))
                : first.column().ge(val(start.get()));
        return first.nullable() ? or(reached, first.column().isNull()) : reached;
    }

    private Optional<Object> start(Key key, JsonNode value, List<Finding> findings) {
        try {
            Optional<CompiledField> field = form.field(key.field());
            Optional<JsonNode> stored =
                    field.isEmpty() ? Optional.of(value) : operand(field.get(), value, new Report("/from", findings));
            return stored.map(key.type()::toColumn);
        } catch (RuntimeException malformed) {
            // A system field's value of another type than the field's: nothing to begin at.
            return Optional.empty();
        }
    }

    /** Read as that of a filter on the field; texts begin at any text. */
    private static Optional<JsonNode> operand(CompiledField field, JsonNode value, Report report) {
        return field.type().capability(Filterable.class).flatMap(filterable -> {
            Operator operator = List.of(Operator.GTE, Operator.STARTS_WITH).stream()
                    .filter(filterable.operators()::contains)
                    .findFirst()
                    .orElse(Operator.EQ);
            return filterable.operand(operator, value, field.type(), report);
        });
    }

    /** Rows behind a position; a malformed cursor is a finding. */
    Condition after(String text, List<Finding> findings) {
        Optional<Cursor> cursor = Cursor.decode(text, keys.size());
        try {
            if (cursor.isPresent()) {
                return after(cursor.get().position());
            }
        } catch (RuntimeException malformed) {
            // Values of another type than the order's: not one of our cursors.
        }
        findings.add(Finding.error("query.cursor", "/after"));
        return falseCondition();
    }

    private Condition after(ArrayNode position) {
        if (keys.size() == 2
                && !keys.get(0).nullable()
                && keys.get(0).descending() == keys.get(1).descending()) {
            return rowWise(position);
        }
        List<Condition> steps = new ArrayList<>();
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            Object value = key.type().toColumn(position.get(i));
            List<Condition> step = new ArrayList<>(equal);
            step.add(beyond(key, value));
            steps.add(and(step));
            equal.add(value == null ? key.column().isNull() : key.column().eq(val(value)));
        }
        return or(steps);
    }

    /** One row comparison, which an index on (key, id) serves directly. */
    private Condition rowWise(ArrayNode position) {
        Key key = keys.get(0);
        Object value = key.type().toColumn(position.get(0));
        UUID id = UUID.fromString(position.get(1).asText());
        var left = row(key.column(), keys.get(1).column());
        var right = row(val(value), val((Object) id));
        return key.descending() ? left.lt(right) : left.gt(right);
    }

    private static Condition beyond(Key key, @org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return falseCondition();
        }
        Condition strict =
                key.descending() ? key.column().lt(val(value)) : key.column().gt(val(value));
        return key.nullable() ? or(strict, key.column().isNull()) : strict;
    }
}
