package io.jianmi.form.regulation;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.field.consent.ConsentOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the published forms say about the data of people, counted. Pure. */
final class DefinitionFacts {

    private final Map<String, Long> facts = new HashMap<>();

    private DefinitionFacts() {}

    static Map<String, Long> of(List<CompiledForm> forms) {
        DefinitionFacts counted = new DefinitionFacts();
        forms.forEach(counted::form);
        return counted.facts;
    }

    private void form(CompiledForm form) {
        List<CompiledField> fields = leaves(form).toList();
        FormDefinition.Retention retention = form.definition().retention();
        boolean personal = fields.stream().anyMatch(CompiledField::encrypted);
        if (personal) {
            count("forms", true);
            boolean kept = retention != null
                    || fields.stream()
                            .filter(CompiledField::encrypted)
                            .allMatch(field -> field.tag().retention() != null);
            count("withRetention", kept);
            count("withoutRetention", !kept);
        }
        count("consentForms", fields.stream().anyMatch(field -> field.type().options() instanceof ConsentOptions));
        FormDefinition.PublicForm open = form.definition().publicForm();
        if (open != null && open.enabled()) {
            boolean told = !open.notice().texts().isEmpty();
            count("publicForms", true);
            count("publicNotices", told);
            count("publicWithoutNotice", !told);
        }
        fields.stream().filter(CompiledField::encrypted).forEach(this::field);
        fields.stream()
                .filter(field -> field.encrypted() || field.tag().category().isPresent())
                .forEach(field -> count("fields", true));
    }

    private void field(CompiledField field) {
        boolean purpose = !field.tag().purposes().isEmpty();
        boolean basis = field.tag().lawfulBasis() != null;
        count("encrypted", true);
        count("personal", field.level() == Sensitivity.PERSONAL);
        count("sensitive", field.level() == Sensitivity.SENSITIVE);
        count("secret", field.level() == Sensitivity.SECRET);
        count("withPurpose", purpose);
        count("withoutPurpose", !purpose);
        count("withBasis", basis);
        count("withoutBasis", !basis);
    }

    private void count(String fact, boolean more) {
        facts.merge(fact, more ? 1L : 0L, Long::sum);
    }

    /** Fields with values of their own: of a subform its columns. */
    private static Stream<CompiledField> leaves(CompiledForm form) {
        return form.fields().stream()
                .filter(field -> !field.derived())
                .flatMap(field -> form.subform(field.key())
                        .map(subform -> subform.fields().stream())
                        .orElseGet(() -> Stream.of(field)));
    }
}
