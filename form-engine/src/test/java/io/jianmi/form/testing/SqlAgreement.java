package io.jianmi.form.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.TypedField;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.Sort;
import io.jianmi.form.record.FilterProbe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether PostgreSQL keeps, filters, scopes and sorts values of one type as they are in memory. */
final class SqlAgreement {

    private final ProbeForm probe;
    private final TypedField<?> field;
    private final List<JsonNode> stored;
    private final List<JsonNode> items = new ArrayList<>();
    private final Actor reader;

    /** @param samples stored values, an empty one among them */
    SqlAgreement(ProbeForm probe, List<JsonNode> samples) {
        this.probe = probe;
        this.field = probe.field("internal").type();
        this.stored = List.copyOf(samples);
        Set<JsonNode> distinct = new LinkedHashSet<>();
        samples.forEach(sample -> {
            if (sample.isArray()) {
                sample.forEach(distinct::add);
            } else if (field.toExpression(sample) instanceof Collection<?> held) {
                held.forEach(item -> distinct.add(Json.NODES.textNode(String.valueOf(item))));
            } else if (!sample.isNull()) {
                distinct.add(sample);
            }
        });
        items.addAll(distinct);
        // His own place is one of the values, so that operators relative to him choose something.
        String own = items.isEmpty() || items.get(0).isObject()
                ? "nobody"
                : items.get(0).asText();
        this.reader = new Actor(
                new TenantKey("probes"),
                new MemberId(own),
                "Reader",
                Set.of(),
                List.of(own),
                Set.of(own),
                false,
                null,
                null);
    }

    void columnsKeepValues() {
        try (FilterProbe rows = rows(probe.form("internal"))) {
            assertThat(rows.values()).isEqualTo(stored);
        }
    }

    void declaredOperatorsAgreeAndOthersAreRefused() {
        Set<Operator> declared =
                field.capability(Filterable.class).map(Filterable::operators).orElse(Set.of());
        try (FilterProbe rows = rows(probe.form("internal"))) {
            for (Operator operator : Operator.values()) {
                for (List<JsonNode> operands : operandsOf(operator)) {
                    Filter filter =
                            new Filter.Comparison("/filter", ProbeForm.FIELD, operator, sent(operator, operands));
                    List<Finding> findings = new ArrayList<>();
                    Optional<List<Integer>> chosen = rows.chosen(filter, findings);
                    if (declared.contains(operator)) {
                        assertThat(chosen)
                                .as("%s %s: %s", operator, operands, findings)
                                .contains(expected(operator, operands));
                    } else {
                        assertThat(findings)
                                .as("%s", operator)
                                .containsExactly(Finding.error("filter.operator", "/filter/op"));
                    }
                }
            }
        }
    }

    private List<Integer> expected(Operator operator, List<JsonNode> operands) {
        Filterable filterable = field.capability(Filterable.class).orElseThrow();
        List<JsonNode> read = new ArrayList<>();
        operands.forEach(operand -> read.add(filterable
                .operand(operator, operand, field, new Report("", new ArrayList<>()))
                .orElseThrow()));
        FilterReference reference = new FilterReference(field, reader);
        return IntStream.range(0, stored.size())
                .filter(i -> reference.chooses(operator, stored.get(i), read))
                .boxed()
                .toList();
    }

    /** For each try, the operands as they are sent. */
    private List<List<JsonNode>> operandsOf(Operator operator) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY, ME, MY_DEPARTMENTS, BELOW -> List.of(List.of());
            case CONTAINS, STARTS_WITH ->
                field.valueType().is(Type.Kind.LIST)
                        ? singly(items)
                        : singly(items.stream().map(this::part).toList());
            case IN, NOT_IN, BETWEEN -> items.isEmpty() ? List.of() : List.of(List.of(items.get(0), last()));
            default -> singly(items);
        };
    }

    private JsonNode last() {
        return items.get(items.size() - 1);
    }

    private static List<List<JsonNode>> singly(List<JsonNode> operands) {
        return operands.stream().map(List::of).toList();
    }

    private JsonNode part(JsonNode text) {
        String whole = seen(text);
        return Json.NODES.textNode(whole.substring(0, Math.min(2, whole.length())));
    }

    /** The text that conditions see. */
    private String seen(JsonNode item) {
        return item.isTextual() && field.toExpression(item) instanceof String text ? text : item.asText();
    }

    private static JsonNode sent(Operator operator, List<JsonNode> operands) {
        if (operator == Operator.IN || operator == Operator.NOT_IN || operator == Operator.BETWEEN) {
            ArrayNode array = Json.NODES.arrayNode();
            return array.addAll(operands);
        }
        return operands.isEmpty() ? Json.NODES.nullNode() : operands.get(0);
    }

    /** A scope on the value lets the same rows through, or publish says that it has no SQL. */
    void scopesAgreeOrAreFindings() {
        String refusal = field.derivation().isPresent() ? "expression.derived-field" : "expression.not-sql";
        for (String condition : conditions()) {
            List<Finding> errors = probe.findingsScoped(condition).stream()
                    .filter(Finding::blocks)
                    .toList();
            if (!errors.isEmpty()) {
                assertThat(errors).as(condition).allSatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(refusal);
                    assertThat(finding.pointer()).isEqualTo("/permissionGroups/0/scope");
                });
                continue;
            }
            CompiledForm form = probe.formScoped(condition);
            CompiledExpression scope =
                    Objects.requireNonNull(form.access().groups().get(0).scope());
            try (FilterProbe rows = rows(form)) {
                assertThat(rows.admitted(scope)).as(condition).contains(admitted(scope));
            }
        }
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>(List.of("probe = null", "probe != null"));
        boolean list = field.valueType().is(Type.Kind.LIST);
        if (!items.isEmpty() && !items.get(0).isObject()) {
            literal(items.get(0), list).ifPresent(literal -> {
                conditions.add(list ? "list contains(probe, " + literal + ")" : "probe = " + literal);
                if (!list && !field.valueType().is(Type.Kind.BOOLEAN)) {
                    conditions.add("probe <= " + literal);
                }
            });
        }
        return conditions;
    }

    private Optional<String> literal(JsonNode value, boolean item) {
        Type.Kind kind = item ? Type.Kind.STRING : field.valueType().kind();
        String text = kind == Type.Kind.STRING && !item ? seen(value) : value.asText();
        String quoted = Json.write(Json.NODES.textNode(text));
        return switch (kind) {
            case NUMBER, BOOLEAN -> Optional.of(value.asText());
            case STRING -> Optional.of(quoted);
            case DATE -> Optional.of("date(" + quoted + ")");
            case DATE_TIME -> Optional.of("date and time(" + quoted + ")");
            case TIME -> Optional.of("time(" + quoted + ")");
            case DAYS_DURATION -> Optional.of("duration(" + quoted + ")");
            default -> Optional.empty();
        };
    }

    private List<Integer> admitted(CompiledExpression scope) {
        return IntStream.range(0, stored.size())
                .filter(i -> {
                    Map<String, @Nullable Object> variables = new HashMap<>();
                    variables.put(ProbeForm.FIELD, field.toExpression(stored.get(i)));
                    return scope.admits(variables);
                })
                .boxed()
                .toList();
    }

    /** Texts are ordered by the database's collation, so of them only that they may be sorted. */
    void sortableValuesAreOrderedAsInMemory() {
        List<Finding> findings = new ArrayList<>();
        try (FilterProbe rows = rows(probe.form("internal"))) {
            Optional<List<Integer>> sorted = rows.sorted(new Sort("/sort/0", ProbeForm.FIELD, false), findings);
            if (field.capability(Sortable.class).isEmpty()) {
                assertThat(findings).containsExactly(Finding.error("field.not-usable", "/sort/0"));
                return;
            }
            List<Object> values = new ArrayList<>();
            for (int row : sorted.orElseThrow()) {
                Object value = field.toExpression(stored.get(row));
                if (value != null) {
                    values.add(value);
                }
            }
            assertThat(stored.get(sorted.get().get(stored.size() - 1)).isNull()).isTrue();
            if (!field.valueType().is(Type.Kind.STRING)) {
                assertThat(values).isSortedAccordingTo(FilterReference::order);
            }
        }
    }

    private FilterProbe rows(CompiledForm form) {
        return new FilterProbe(form, ProbeForm.FIELD, reader, stored);
    }
}
