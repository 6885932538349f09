package io.jianmi.workflow.testing;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.compile.Formula;
import io.jianmi.workflow.compile.WorkflowForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form for workflow tests. Its expressions are comparisons such as {@code amount >= 5}, quoted texts and names of fields. */
public final class TestForm implements WorkflowForm {

    private static final Pattern COMPARISON = Pattern.compile("(\\w+) (>=|>) (\\d+)");
    private static final Pattern TEXT = Pattern.compile("\"(\\w*)\"");

    private final String key;
    private final Map<String, FieldFacts> fields = new LinkedHashMap<>();
    private final Map<String, WorkflowForm> others = new LinkedHashMap<>();
    private final Map<String, TestForm> subforms = new LinkedHashMap<>();

    private TestForm(String key) {
        this.key = key;
    }

    public static TestForm form(String key) {
        return new TestForm(key);
    }

    /** The customer form of the contract, as far as a workflow sees it. */
    public static TestForm customer() {
        return customer("customer");
    }

    /** The same fields under another key, for a workflow of its own. */
    public static TestForm customer(String key) {
        return form(key)
                .with("name", Sensitivity.PERSONAL)
                .with("idNumber", Sensitivity.SENSITIVE, "contract")
                .with("level", Sensitivity.INTERNAL)
                .computed("amount")
                .with("creditLimit", Sensitivity.INTERNAL)
                .people("owner")
                .departments("department")
                .with("contract", Sensitivity.SENSITIVE, "contract");
    }

    /** The benchmark form of the contract, as far as a workflow sees it. */
    public static TestForm benchCustomer() {
        return form("bench-customer")
                .with("name", Sensitivity.PERSONAL)
                .with("nationalId", Sensitivity.SENSITIVE, "contract")
                .with("amount", Sensitivity.INTERNAL);
    }

    /** An order with its customer, of which automations make an invoice. */
    public static TestForm order() {
        return form("order")
                .with("title", Sensitivity.INTERNAL)
                .with("phone", Sensitivity.PERSONAL)
                .with("idNumber", Sensitivity.SENSITIVE, "contract")
                .with("deliverOn", Sensitivity.INTERNAL)
                .with("state", Sensitivity.INTERNAL)
                .people("owner")
                .rows("items", form("items").with("item", Sensitivity.INTERNAL).with("serial", Sensitivity.PERSONAL))
                .relation("customer", "customer", false)
                .relation("invoices", "invoice", true)
                .beside(customer())
                .beside(form("invoice")
                        .needed("title", Sensitivity.INTERNAL)
                        .with("phone", Sensitivity.PERSONAL)
                        .with("note", Sensitivity.INTERNAL)
                        .computed("total")
                        .relation("order", "order", false));
    }

    /** The form that an example handles. */
    public static TestForm of(String key) {
        if (key.equals("order")) {
            return order();
        }
        return key.startsWith("bench") ? benchCustomer() : customer(key);
    }

    public TestForm with(String field, Sensitivity level, String... purposes) {
        return put(field, facts(level, false, false, false, purposes));
    }

    public TestForm people(String field) {
        return put(field, facts(Sensitivity.INTERNAL, true, false, false));
    }

    public TestForm departments(String field) {
        return put(field, facts(Sensitivity.INTERNAL, false, true, false));
    }

    public TestForm computed(String field) {
        return put(field, facts(Sensitivity.INTERNAL, false, false, true));
    }

    /** A field that a new record must have. */
    public TestForm needed(String field, Sensitivity level) {
        return put(field, new FieldFacts(level, Set.of(), false, false, false, true, Optional.empty()));
    }

    /** A field that names records of another form. */
    public TestForm relation(String field, String form, boolean several) {
        Reference reference = new Reference(form, several);
        return put(
                field,
                new FieldFacts(Sensitivity.INTERNAL, Set.of(), false, false, false, false, Optional.of(reference)));
    }

    /** A subform with these columns. */
    public TestForm rows(String field, TestForm columns) {
        subforms.put(field, columns);
        return with(field, Sensitivity.INTERNAL);
    }

    @Override
    public Optional<WorkflowForm> row(String subform) {
        return Optional.ofNullable(subforms.get(subform)).map(columns -> {
            TestForm row = new TestForm(key);
            row.fields.putAll(fields);
            row.fields.putAll(columns.fields);
            row.others.putAll(others);
            return row;
        });
    }

    /** Another form that steps may reach into. */
    public TestForm beside(TestForm other) {
        others.put(other.key(), other);
        return this;
    }

    private static FieldFacts facts(
            Sensitivity level, boolean people, boolean departments, boolean computed, String... purposes) {
        return new FieldFacts(level, Set.of(purposes), people, departments, computed, false, Optional.empty());
    }

    private TestForm put(String field, FieldFacts facts) {
        fields.put(field, facts);
        return this;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Set<String> fields() {
        return fields.keySet();
    }

    @Override
    public Optional<FieldFacts> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    @Override
    public Optional<Map<String, WorkflowForm>> others() {
        return Optional.of(others);
    }

    @Override
    public Checked expression(String text, Use use) {
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches() && fields.containsKey(comparison.group(1))) {
            return new Checked(Optional.of(comparison(comparison)), List.of());
        }
        Matcher constant = TEXT.matcher(text);
        if (constant.matches()) {
            return new Checked(Optional.of(new Constant(constant.group(1))), List.of());
        }
        return Optional.ofNullable(fields.get(text))
                .map(facts -> new Checked(Optional.of(new Field(text, facts.level())), List.of()))
                .orElseGet(() -> new Checked(Optional.empty(), List.of(Finding.error("expression.unknown-name", ""))));
    }

    private static Formula comparison(Matcher parts) {
        BigDecimal limit = new BigDecimal(parts.group(3));
        boolean orEqual = parts.group(2).equals(">=");
        return new Comparison(parts.group(1), limit, orEqual);
    }

    private record Comparison(String field, BigDecimal limit, boolean orEqual) implements Formula {
        @Override
        public Set<String> inputs() {
            return Set.of(field);
        }

        @Override
        public Sensitivity taint() {
            return Sensitivity.INTERNAL;
        }

        @Override
        public @Nullable Object evaluate(Map<String, Object> values) {
            return values.get(field) instanceof BigDecimal value ? value.compareTo(limit) > (orEqual ? -1 : 0) : null;
        }
    }

    private record Field(String key, Sensitivity taint) implements Formula {
        @Override
        public Set<String> inputs() {
            return Set.of(key);
        }

        @Override
        public @Nullable Object evaluate(Map<String, Object> values) {
            return values.get(key);
        }
    }

    private record Constant(String text) implements Formula {
        @Override
        public Set<String> inputs() {
            return Set.of();
        }

        @Override
        public Sensitivity taint() {
            return Sensitivity.PUBLIC;
        }

        @Override
        public Object evaluate(Map<String, Object> values) {
            return text;
        }
    }
}
