package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.notification.RecordLines;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records by their title lines, and what else may be said of them, for what members are told. */
@Singleton
final class NamedRecords implements RecordLines {

    private final CompiledForms forms;
    private final RecordAnswers answers;
    private final RecordReader reader;

    NamedRecords(CompiledForms forms, RecordAnswers answers, RecordReader reader) {
        this.forms = forms;
        this.answers = answers;
        this.reader = reader;
    }

    @Override
    public Uni<Map<UUID, Line>> of(Actor reader, String form, Collection<UUID> records, String language) {
        return forms.using(
                        reader.tenant(),
                        form,
                        compiled -> answers.lines(reader, compiled, List.copyOf(records))
                                .chain(titles -> forms.published(reader.tenant(), form)
                                        .map(published -> lines(published.app(), compiled, titles, language))))
                .onFailure(ProblemException.class)
                .recoverWithItem(Map.of());
    }

    @Override
    public Uni<Map<UUID, Set<String>>> tellable(Actor actor, String form, Collection<UUID> records, boolean leaving) {
        RecordAction action = leaving ? RecordAction.EXPORT : RecordAction.READ;
        return forms.using(actor.tenant(), form, compiled -> reader.some(actor, compiled, List.copyOf(records), action))
                .map(NamedRecords::tellable)
                .onFailure(ProblemException.class)
                .recoverWithItem(Map.of());
    }

    private static Map<UUID, Set<String>> tellable(Map<UUID, Visible> found) {
        Map<UUID, Set<String>> tellable = new HashMap<>();
        found.forEach((id, visible) -> {
            if (visible.intact()) {
                tellable.put(id, tellable(visible));
            }
        });
        return tellable;
    }

    /** Keys as expressions name what they read: fields, rows as such, and their cells. */
    private static Set<String> tellable(Visible visible) {
        Stream<CompiledField> cells = visible.form().subforms().stream().flatMap(subform -> subform.fields().stream());
        return Stream.concat(visible.form().fields().stream(), cells)
                .filter(field -> field.level().compareTo(Sensitivity.INTERNAL) <= 0)
                .filter(field -> visible.access().of(field.path()).atLeast(FieldAccess.READ))
                .map(CompiledField::path)
                .collect(Collectors.toSet());
    }

    private static Map<UUID, Line> lines(String app, CompiledForm form, Map<UUID, String> titles, String language) {
        String formTitle = form.title().in(Preference.language(language), form.key());
        Map<UUID, Line> lines = new HashMap<>();
        titles.forEach((id, title) -> lines.put(id, new Line(app, formTitle, title)));
        return lines;
    }
}
