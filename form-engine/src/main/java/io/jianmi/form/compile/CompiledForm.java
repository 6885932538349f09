package io.jianmi.form.compile;

import io.jianmi.form.access.AccessPolicy;
import io.jianmi.form.access.ConsentBases;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.LocalText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;

/** One version of a form, checked and resolved: what the runtime works with. Immutable and thread-safe. */
public final class CompiledForm {

    private final FormDefinition definition;
    private final int version;
    private final Map<String, CompiledField> fields = new LinkedHashMap<>();
    private final Map<String, CompiledField> byPath = new LinkedHashMap<>();
    private final List<CompiledField> inOrder;
    private final List<CompiledField> withColumn;
    private final List<CompiledField> sealed;
    private final List<CompiledField> derived;
    private final List<CompiledSubform> subforms;
    private final Map<String, CompiledSubform> subformsByKey = new LinkedHashMap<>();
    private final List<CompiledField> formulas;
    private final List<CompiledRule> rules;
    private final List<CompiledView> views;
    private final AccessPolicy access;
    private final TablePlan table;
    private final SqlColumns columns;
    private final Map<String, CompiledForm> sources;
    private final Set<String> derivesFrom;
    private final KeptFields kept;
    private final ConsentBases consents;

    CompiledForm(FormDefinition definition, int version, Parts parts, AccessPolicy access, TablePlan table) {
        this.definition = definition;
        this.version = version;
        this.subforms = List.copyOf(parts.subforms());
        parts.fields().forEach(field -> {
            fields.put(field.key(), field);
            byPath.put(field.path(), field);
        });
        for (CompiledSubform subform : subforms) {
            subformsByKey.put(subform.key(), subform);
            subform.fields().forEach(cell -> byPath.put(cell.path(), cell));
        }
        this.inOrder = List.copyOf(fields.values());
        this.withColumn = inOrder.stream()
                .filter(field -> !field.derived() && !subformsByKey.containsKey(field.key()))
                .toList();
        this.sealed = withColumn.stream()
                .filter(CompiledField::encrypted)
                .sorted(Comparator.comparing(CompiledField::level))
                .toList();
        this.derived = inOrder.stream().filter(CompiledField::derived).toList();
        List<CompiledField> ordered = new ArrayList<>();
        parts.formulaOrder().forEach(path -> find(path).ifPresent(ordered::add));
        this.formulas = List.copyOf(ordered);
        this.rules = List.copyOf(parts.rules());
        this.views = List.copyOf(parts.views());
        this.access = access;
        this.table = table;
        this.columns = new SqlColumns(fields.values());
        this.sources = Map.copyOf(parts.sources());
        this.derivesFrom = DerivedSources.of(definition);
        this.kept = parts.kept();
        this.consents = ConsentSources.of(byPath.values(), rules);
    }

    /** What the compiler gathered before access and storage were planned. */
    record Parts(
            List<CompiledField> fields,
            List<CompiledSubform> subforms,
            List<String> formulaOrder,
            List<CompiledRule> rules,
            List<CompiledView> views,
            Map<String, CompiledForm> sources,
            KeptFields kept) {}

    public String key() {
        return definition.key();
    }

    public int version() {
        return version;
    }

    /** Names the policy that decided, for audit entries: {@code customer@3}. */
    public String policy() {
        return key() + "@" + version;
    }

    /** One of its records as commands and audit entries name it. */
    public String object(UUID record) {
        return "record/" + key() + "/" + record;
    }

    public LocalText title() {
        return definition.title();
    }

    /** As written; the data subject, retention and layout are read here. */
    public FormDefinition definition() {
        return definition;
    }

    /** Fields of the record in order, subforms included. */
    public List<CompiledField> fields() {
        return inOrder;
    }

    public Optional<CompiledField> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** A field, or a column of a subform by {@code subform.field}. */
    public Optional<CompiledField> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Fields of the record and columns of its subforms. */
    Collection<CompiledField> everyField() {
        return byPath.values();
    }

    /** What records hold of the versions before. */
    public KeptFields kept() {
        return kept;
    }

    /** The table that holds the rows of a subform, also of one that is gone. */
    public String childTable(String subform) {
        return TablePlanner.childTable(key(), subform);
    }

    /** Fields of the record that have a column in its own table. */
    public List<CompiledField> columns() {
        return withColumn;
    }

    /** Those of the columns that hold ciphertexts; what lies under one of a person's keys stands together. */
    public List<CompiledField> sealedColumns() {
        return sealed;
    }

    /** Fields that are worked out for each reader. */
    public List<CompiledField> derived() {
        return derived;
    }

    /** Keys of the other forms that derived fields and linkages read. */
    public Set<String> derivesFrom() {
        return derivesFrom;
    }

    /** A form that derived fields read, this one included, as it stood when this one was compiled; for its types and levels only. */
    Optional<CompiledForm> reading(String form) {
        return form.equals(key()) ? Optional.of(this) : Optional.ofNullable(sources.get(form));
    }

    public List<CompiledSubform> subforms() {
        return subforms;
    }

    public Optional<CompiledSubform> subform(String key) {
        return Optional.ofNullable(subformsByKey.get(key));
    }

    /** Computed fields and cells, each after those it reads. */
    public List<CompiledField> formulas() {
        return formulas;
    }

    public List<CompiledRule> rules() {
        return rules;
    }

    public List<CompiledView> views() {
        return views;
    }

    public AccessPolicy access() {
        return access;
    }

    /** Which of its fields are read for no other reason than a consent. */
    public ConsentBases consents() {
        return consents;
    }

    public TablePlan table() {
        return table;
    }

    /** The column to compare a field or system field by in SQL; empty when it is protected, nested or unknown. */
    public Optional<Field<?>> sqlColumn(String key) {
        return columns.of(key);
    }

    /** The field that names a record: the subject's display field, else the first text in clear, else the first field of all. */
    public Optional<CompiledField> titleField() {
        FormDefinition.Subject subject = definition.dataSubject();
        if (subject != null && subject.displayedBy() != null) {
            return field(subject.displayedBy());
        }
        return fields.values().stream()
                .filter(field -> field.type().type().freeText() && !field.encrypted())
                .findFirst()
                .or(() -> inOrder.stream().filter(field -> !field.derived()).findFirst());
    }
}
