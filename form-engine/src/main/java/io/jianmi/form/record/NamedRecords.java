package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.notification.RecordLines;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records by their title lines, for what members are told of them. */
@Singleton
final class NamedRecords implements RecordLines {

    private final CompiledForms forms;
    private final RecordAnswers answers;

    NamedRecords(CompiledForms forms, RecordAnswers answers) {
        this.forms = forms;
        this.answers = answers;
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

    private static Map<UUID, Line> lines(String app, CompiledForm form, Map<UUID, String> titles, String language) {
        String formTitle = form.title().in(Preference.language(language), form.key());
        Map<UUID, Line> lines = new HashMap<>();
        titles.forEach((id, title) -> lines.put(id, new Line(app, formTitle, title)));
        return lines;
    }
}
