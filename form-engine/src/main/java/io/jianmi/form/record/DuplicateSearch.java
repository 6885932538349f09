package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Values of which it is asked whether other records hold them already, field by field, and the one statement that finds these. Only fields
 * that are found without opening anything: protected ones by their blind index, those in clear that are unique.
 */
final class DuplicateSearch {

    static final String MODE = "exact";

    private final Actor actor;
    private final CompiledForm form;
    private final Grants grants;
    private final RecordSealer sealer;

    DuplicateSearch(Actor actor, CompiledForm form, Grants grants, RecordSealer sealer) {
        this.actor = actor;
        this.form = form;
        this.grants = grants;
        this.sealer = sealer;
    }

    /**
     * A value asked about.
     *
     * @param value in stored form
     * @param token of it in the field's blind index; none where the field is in clear
     */
    record Asked(CompiledField field, JsonNode value, Optional<byte[]> token) {}

    /**
     * What of the data can be asked about; fields that keep no index are left out, empty values as well.
     *
     * @throws io.jianmi.core.problem.ProblemException {@link RecordProblem#VALIDATION} with findings at {@code /data/field}
     */
    List<Asked> asked(ObjectNode data) {
        List<Finding> findings = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> sent : data.properties()) {
            Report report = new Report(Pointer.child("/data", sent.getKey()), findings);
            Optional<CompiledField> known =
                    form.field(sent.getKey()).filter(field -> grants.atMost(field.key()) != FieldAccess.HIDDEN);
            if (known.isEmpty()) {
                report.error("field.unknown");
            } else if (comparable(known.get())) {
                asked(known.get(), sent.getValue(), report).ifPresent(asked::add);
            }
        }
        RecordProblem.refuse(findings);
        return asked;
    }

    private static boolean comparable(CompiledField field) {
        return field.typed()
                && (field.encrypted()
                        ? field.index(MODE).isPresent()
                        : field.definition().unique());
    }

    private Optional<Asked> asked(CompiledField field, JsonNode sent, Report report) {
        boolean may = grants.groupsWith(RecordAction.DUPLICATES).stream()
                .anyMatch(group -> group.declared(field.key(), field.level()) != FieldAccess.HIDDEN);
        if (!may) {
            report.error("field.not-usable");
            return Optional.empty();
        }
        Optional<JsonNode> value = field.read(sent, report).filter(read -> !read.isNull());
        if (!field.encrypted()) {
            return value.map(read -> new Asked(field, read, Optional.empty()));
        }
        return value.flatMap(read -> token(field, read).map(token -> new Asked(field, read, Optional.of(token))));
    }

    private Optional<byte[]> token(CompiledField field, JsonNode value) {
        SearchIndex index = field.index(MODE).orElseThrow();
        return sealer.token(actor.tenant(), form, field, index, value);
    }

    /**
     * The newest records that may hold one of these, so many for each field, by one statement.
     *
     * @return what follows {@code where}
     */
    Sql.Part which(RecordTable table, List<Asked> asked, int each) {
        Sql.Part alive = Sql.part(RecordSelection.alive(table, actor, false));
        StringBuilder text = new StringBuilder("\"id\" in (");
        List<Object> values = new ArrayList<>();
        for (Asked one : asked) {
            Sql.Part held = Sql.part(and(held(one)));
            text.append(values.isEmpty() ? "" : " union ");
            text.append("(select \"id\" from ").append(table.name());
            text.append(" where ").append(held.text()).append(" and ").append(alive.text());
            text.append(" order by \"id\" desc limit ").append(each).append(')');
            values.addAll(held.values());
            values.addAll(alive.values());
        }
        return new Sql.Part(text + ") order by \"id\" desc", values);
    }

    @SuppressWarnings("unchecked") // the value is converted for this very column
    private Condition held(Asked one) {
        if (one.token().isPresent()) {
            String column = one.field().index(MODE).orElseThrow().column();
            return field(name(column), byte[].class).eq(one.token().get());
        }
        Field<Object> column = (Field<Object>) form.sqlColumn(one.field().key()).orElseThrow();
        return column.eq(val(one.field().columnType().toOperand(one.value()), column.getDataType()));
    }
}
