package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval;
import io.jianmi.core.approval.ApprovalKind;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.RecordLines;
import io.jianmi.core.notification.RecordLines.Line;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opening protected fields as an act to which a second person agrees. He is told by title which fields, since that is what he decides
 * on; what the record is called he is told as far as he sees it.
 */
@Singleton
final class RevealApproval implements ApprovalKind {

    /** The contract's data protection officer: reveal and export approval. */
    static final Set<String> OFFICERS = Set.of("dpo");

    static final String KEY = "reveal";

    private final CompiledForms forms;
    private final RecordLines lines;
    private final RecordWorkflow workflow;

    RevealApproval(CompiledForms forms, RecordLines lines, RecordWorkflow workflow) {
        this.forms = forms;
        this.lines = lines;
        this.workflow = workflow;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> officers() {
        return OFFICERS;
    }

    @Override
    public Uni<Map<UUID, ObjectNode>> describe(Actor reader, Collection<Approval> approvals, String language) {
        Map<String, List<Approval>> byForm = approvals.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.target().form())));
        Map<UUID, ObjectNode> all = new HashMap<>();
        return Multi.createFrom()
                .iterable(byForm.entrySet())
                .onItem()
                .transformToUniAndConcatenate(form -> describe(reader, form.getKey(), form.getValue(), language)
                        .invoke(all::putAll))
                .collect()
                .last()
                .replaceWith(all);
    }

    private Uni<Map<UUID, ObjectNode>> describe(Actor reader, String form, List<Approval> asked, String language) {
        Set<UUID> records = asked.stream()
                .map(one -> Objects.requireNonNull(one.target().record()))
                .collect(Collectors.toSet());
        return lines.of(reader, form, records, language)
                .chain(known -> forms.current(reader.tenant(), form)
                        .map(compiled -> asked.stream()
                                .collect(Collectors.toMap(
                                        Approval::id,
                                        one -> described(
                                                reader,
                                                one,
                                                compiled,
                                                Optional.ofNullable(
                                                        known.get(one.target().record())),
                                                language)))))
                .onFailure(ProblemException.class)
                .recoverWithItem(Map.of());
    }

    private static ObjectNode described(
            Actor reader, Approval asked, CompiledForm form, Optional<Line> line, String language) {
        String spoken = Preference.language(language);
        ObjectNode json = Json.NODES.objectNode().put("formTitle", form.title().in(spoken, form.key()));
        ArrayNode fields = json.putArray("fields");
        asked.parsedTerms()
                .path("fields")
                .forEach(key ->
                        fields.addObject().put("key", key.asText()).put("title", title(form, key.asText(), spoken)));
        json.put("purpose", asked.parsedTerms().path("purpose").asText())
                .put("minutes", asked.parsedTerms().path("minutes").asInt());
        boolean his = asked.asker().equals(reader.id());
        json.put("task", his ? asked.task().map(UUID::toString).orElse(null) : null);
        if (line.isEmpty()) {
            return json.putNull("record");
        }
        json.putObject("record")
                .put("app", line.get().app())
                .put("form", form.key())
                .put("id", String.valueOf(asked.target().record()))
                .put("title", line.get().title());
        return json;
    }

    private static String title(CompiledForm form, String field, String language) {
        return form.find(field)
                .map(CompiledField::title)
                .map(title -> title.in(language, field))
                .orElse(field);
    }

    @Override
    public Uni<Set<UUID>> over(TenantKey tenant, Collection<Approval> approvals) {
        Set<UUID> tasks = approvals.stream().flatMap(one -> one.task().stream()).collect(Collectors.toSet());
        if (tasks.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return workflow.open(tenant, tasks).map(open -> {
            Set<UUID> over = new HashSet<>();
            approvals.stream()
                    .filter(one ->
                            one.task().filter(task -> !open.contains(task)).isPresent())
                    .forEach(one -> over.add(one.id()));
            return over;
        });
    }
}
