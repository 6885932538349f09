package io.jianmi.form.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Compared;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Report;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.RecordListRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which fields of one form somebody's text is looked for. Only fields that the query compiler would let him compute with are named, so it
 * refuses nothing; it decides all the same.
 *
 * @param title of the record, empty where he may not know of it
 * @param clear texts in clear that he reads somewhere, the title first
 */
record SearchedFields(Optional<CompiledField> title, List<CompiledField> clear) {

    /** So many comparisons a row at most. */
    private static final int MOST = 8;

    static SearchedFields of(CompiledForm form, Grants grants) {
        Optional<CompiledField> title =
                form.titleField().filter(field -> grants.atMost(field.key()) != FieldAccess.HIDDEN);
        List<CompiledField> clear = Stream.concat(title.stream(), form.fields().stream())
                .filter(field ->
                        text(form, field) && !grants.reading(field.key()).isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return new SearchedFields(title, clear);
    }

    private static boolean text(CompiledForm form, CompiledField field) {
        return !field.encrypted()
                && field.columnType().kind() == ColumnType.Kind.TEXT
                && form.sqlColumn(field.key()).isPresent()
                // What is kept as markup would be shown as such.
                && field.type().capability(Compared.class).isEmpty()
                && field.type()
                        .capability(Filterable.class)
                        .filter(filterable -> filterable.operators().contains(Operator.CONTAINS))
                        .isPresent();
    }

    /** The question for rows in which one of the clear texts holds it. */
    RecordListRequest holding(String text, int limit) {
        JsonNode value = Json.NODES.textNode(text);
        List<Filter> any = new ArrayList<>();
        clear.forEach(field -> any.add(new Filter.Comparison("/text", field.key(), Operator.CONTAINS, value)));
        return asked(new Filter.Or(any), limit);
    }

    /** The question for rows whose protected field is exactly this. */
    RecordListRequest exactly(CompiledField field, String text, int limit) {
        return asked(new Filter.Comparison("/text", field.key(), Operator.EQ, Json.NODES.textNode(text)), limit);
    }

    private RecordListRequest asked(Filter filter, int limit) {
        Set<String> shown = new LinkedHashSet<>();
        title.ifPresent(field -> shown.add(field.key()));
        clear.forEach(field -> shown.add(field.key()));
        return new RecordListRequest(
                filter, List.of(), Optional.of(List.copyOf(shown)), limit, Optional.empty(), false, false, false);
    }

    /** Protected fields whose index he may ask for a value of this form: a name is not asked of telephone numbers. */
    static List<CompiledField> indexed(CompiledForm form, Grants grants, String text) {
        return form.fields().stream()
                .filter(CompiledField::encrypted)
                .filter(field ->
                        field.index("exact").filter(SearchIndex::searchable).isPresent())
                .filter(field -> grants.atMost(field.key()) != FieldAccess.HIDDEN && asks(grants, field))
                .filter(field -> {
                    List<Finding> findings = new ArrayList<>();
                    return field.read(Json.NODES.textNode(text), new Report("/text", findings))
                                    .isPresent()
                            && !Finding.anyBlocks(findings);
                })
                .toList();
    }

    private static boolean asks(Grants grants, CompiledField field) {
        return !grants.reading(field.key()).isEmpty()
                || grants.groupsWith(RecordAction.SEARCH).stream()
                        .anyMatch(group -> group.declared(field.key(), field.level()) != FieldAccess.HIDDEN);
    }
}
