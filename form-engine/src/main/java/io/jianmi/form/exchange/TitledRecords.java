package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Report;
import io.jianmi.form.record.BulkRecords;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records of another form by their titles, under the actor's access over there: what he may not see is not there. */
@Singleton
final class TitledRecords {

    private final BulkRecords records;
    private final CompiledForms forms;

    TitledRecords(BulkRecords records, CompiledForms forms) {
        this.records = records;
        this.forms = forms;
    }

    /** Ids by what was written; what is an id already is left out. A form that is not his to know of has no titles for him. */
    Uni<Map<String, List<String>>> ids(Actor actor, String form, Set<String> written) {
        Map<String, List<String>> ids = new HashMap<>();
        written.stream()
                .filter(text -> ReferenceOptions.id(text, new Report("", new ArrayList<>()))
                        .isEmpty())
                .forEach(text -> ids.put(text, List.of()));
        if (ids.isEmpty()) {
            return Uni.createFrom().item(ids);
        }
        return forms.<Map<String, List<String>>>using(
                        actor.tenant(), form, there -> found(actor, there, Set.copyOf(ids.keySet())))
                .invoke(ids::putAll)
                .onFailure(failure ->
                        failure instanceof ProblemException problem && problem.type() == CommonProblem.NOT_FOUND)
                .recoverWithNull()
                .replaceWith(ids);
    }

    private Uni<Map<String, List<String>>> found(Actor actor, CompiledForm there, Set<String> written) {
        Optional<CompiledField> title = there.titleField()
                .filter(field -> ColumnMapping.comparable(field, there.access().matching(actor)));
        if (title.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        // Several spellings of one value are one value.
        Map<JsonNode, List<String>> spelled = new LinkedHashMap<>();
        for (String text : written) {
            title.get()
                    .read(Json.NODES.textNode(text), new Report("", new ArrayList<>()))
                    .filter(value -> !value.isNull())
                    .ifPresent(value -> spelled.computeIfAbsent(value, one -> new ArrayList<>())
                            .add(text));
        }
        return records.find(actor, there, title.get(), spelled.keySet()).map(found -> {
            Map<String, List<String>> ids = new HashMap<>();
            found.forEach((value, records) -> spelled.getOrDefault(value, List.of())
                    .forEach(text -> ids.put(
                            text,
                            records.stream().map(one -> one.id().toString()).toList())));
            return ids;
        });
    }
}
