package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.LayoutBlock;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a form says outside its fields, rules, groups and views: data subject, retention, layout. */
final class DocumentChecks {

    private static final Set<ColumnType.Kind> MOMENTS = Set.of(ColumnType.Kind.DATE, ColumnType.Kind.TIMESTAMPTZ);

    private final Map<String, CompiledField> fields;
    private final List<Finding> findings;

    DocumentChecks(Map<String, CompiledField> fields, List<Finding> findings) {
        this.fields = fields;
        this.findings = findings;
    }

    void check(FormDefinition form) {
        subject(form.dataSubject());
        retention(form.retention());
        layout(form);
    }

    /** What is kept for a time is kept from a moment that each record has: a system time or a date of its own. */
    private void retention(FormDefinition.@Nullable Retention retention) {
        if (retention == null) {
            return;
        }
        Optional<ColumnType> counted = SystemField.parse(retention.from())
                .map(SystemField::columnType)
                .or(() -> Optional.ofNullable(fields.get(retention.from()))
                        .filter(field -> !field.derived())
                        .map(field -> field.type().column()));
        if (counted.isEmpty()) {
            report("/retention/from").error("retention.unknown-field", Map.of("field", retention.from()));
        } else if (!MOMENTS.contains(counted.get().kind())) {
            report("/retention/from").error("retention.no-date", Map.of("field", retention.from()));
        }
    }

    /** A person is found again by an exact index, so each identifying field needs one. */
    private void subject(FormDefinition.@Nullable Subject subject) {
        if (subject == null) {
            return;
        }
        Report place = report("/dataSubject");
        for (int i = 0; i < subject.identifiedBy().size(); i++) {
            String key = subject.identifiedBy().get(i);
            CompiledField field = fields.get(key);
            Report at = place.child("identifiedBy").child(i);
            if (field == null) {
                at.error("subject.unknown-field", Map.of("field", key));
            } else if (field.index("exact").isEmpty()) {
                at.error("subject.field-not-indexed", Map.of("field", key));
            }
        }
        String display = subject.displayedBy();
        if (display != null && !kept(display)) {
            place.child("displayedBy")
                    .error(
                            fields.containsKey(display) ? "subject.field-derived" : "subject.unknown-field",
                            Map.of("field", display));
        }
    }

    /** What is worked out for each reader is no part of the record. */
    private boolean kept(String key) {
        CompiledField field = fields.get(key);
        return field != null && !field.derived();
    }

    /** Everything has one place on the page; what groups fields stands in none of its kind. */
    private void layout(FormDefinition form) {
        Set<String> notes = new HashSet<>();
        Set<String> groups = new HashSet<>();
        form.elements().forEach(element -> (element.parts().isEmpty() ? notes : groups).add(element.key()));
        Set<String> placed = new HashSet<>();
        form.layout().forEach(block -> layout(block, placed, key -> notes.contains(key) || groups.contains(key)));
        form.elements().forEach(element -> element.parts().forEach(part -> layout(part, placed, notes::contains)));
    }

    private void layout(LayoutBlock block, Set<String> placed, Predicate<String> element) {
        for (int i = 0; i < block.fields().size(); i++) {
            String key = block.fields().get(i);
            Report at = report(block.pointer()).child("fields").child(i);
            if (!fields.containsKey(key) && !element.test(key)) {
                at.error("layout.unknown-field", Map.of("field", key));
            } else if (!placed.add(key)) {
                at.error("layout.duplicate-field", Map.of("field", key));
            }
        }
    }

    private Report report(String pointer) {
        return new Report(pointer, findings);
    }
}
