package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Groupable;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RecordAggregates.Answer;
import io.jianmi.form.record.RecordAggregates.Question;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Titles of the records by which groups are made, as every list shows them: under the reader's access where they are kept. All that refer to
 * one form are read together.
 */
@Singleton
public final class GroupTitles {

    private final CompiledForms forms;
    private final RelatedRecords related;

    GroupTitles(CompiledForms forms, RelatedRecords related) {
        this.forms = forms;
        this.related = related;
    }

    /** By id: the title or its mask; a record out of sight is missing. */
    public Uni<Map<UUID, String>> of(Actor actor, List<Question> questions, Map<String, Answer> answers) {
        Map<String, Set<UUID>> wanted = new LinkedHashMap<>();
        for (Question question : questions) {
            if (answers.get(question.key()) instanceof Answer.Groups groups) {
                want(question, groups, wanted);
            }
        }
        Uni<Map<UUID, String>> all = Uni.createFrom().item(HashMap::new);
        for (Map.Entry<String, Set<UUID>> each : wanted.entrySet()) {
            all = all.chain(known -> titles(actor, each.getKey(), List.copyOf(each.getValue()))
                    .invoke(known::putAll)
                    .replaceWith(known));
        }
        return all;
    }

    private static void want(Question question, Answer.Groups groups, Map<String, Set<UUID>> wanted) {
        List<Dimension> dimensions = question.query().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            int number = i;
            Groupable.relation(question.form(), dimensions.get(i).field())
                    .ifPresent(form -> groups.groups().stream()
                            .flatMap(group -> group.keys().get(number).stream())
                            .forEach(id -> wanted.computeIfAbsent(form, key -> new LinkedHashSet<>())
                                    .add(UUID.fromString(id))));
        }
    }

    /** A form that is gone, or not his to know of, has no titles for him. */
    private Uni<Map<UUID, String>> titles(Actor actor, String form, List<UUID> ids) {
        return forms.using(actor.tenant(), form, compiled -> related.titles(actor, compiled, ids, RecordAction.READ))
                .onFailure(ProblemException.class)
                .recoverWithItem(Map.of());
    }
}
