package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.ReferenceOptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decided records to answers, for every channel: keys fetched once, references titled, reading noted. */
@Singleton
final class RecordAnswers {

    private final RecordReader reader;
    private final RecordPresenter presenter;
    private final CompiledForms forms;
    private final RecordFiles files;
    private final ReadLog reads;

    RecordAnswers(
            RecordReader reader, RecordPresenter presenter, CompiledForms forms, RecordFiles files, ReadLog reads) {
        this.reader = reader;
        this.presenter = presenter;
        this.forms = forms;
        this.files = files;
        this.reads = reads;
    }

    /** One record as {@code GET records/{id}} answers it. */
    Uni<ObjectNode> one(Actor actor, Visible visible) {
        return many(actor, List.of(visible), Optional.empty())
                .map(answers -> answers.get(0))
                .call(() -> noted(actor, "record.read", List.of(visible)));
    }

    /** A page of a list, in order. */
    Uni<List<ObjectNode>> page(Actor actor, List<Visible> records, Optional<Set<String>> only) {
        return many(actor, records, only).call(() -> noted(actor, "record.list", records));
    }

    /** Records that leave by an export, in order. */
    Uni<List<ObjectNode>> leaving(Actor actor, List<Visible> records, Optional<Set<String>> only) {
        return many(actor, records, only).call(() -> noted(actor, "record.export", records));
    }

    private Uni<List<ObjectNode>> many(Actor actor, List<Visible> records, Optional<Set<String>> only) {
        return Uni.combine()
                .all()
                .unis(presenter.ring(actor, records), referenced(actor, records, only))
                .asTuple()
                .chain(both -> files.shown(actor, records, both.getItem1()).map(files -> {
                    RecordPresenter.Frame frame = new RecordPresenter.Frame(
                            both.getItem1(), presenter.org(actor), both.getItem2(), files, only);
                    return records.stream()
                            .map(visible -> presenter.present(visible, frame))
                            .toList();
                }));
    }

    /** Titles of all records that these refer to, one query per form referred to. */
    private Uni<Map<UUID, String>> referenced(Actor actor, List<Visible> records, Optional<Set<String>> only) {
        Map<String, Set<UUID>> wanted = new LinkedHashMap<>();
        for (Visible visible : records) {
            for (CompiledField field : visible.form().columns()) {
                Optional<ReferenceOptions> to = field.type().references();
                JsonNode value = to.isPresent() ? visible.row().clear().get(field.key()) : null;
                if (value != null
                        && visible.access().of(field.key()).atLeast(FieldAccess.READ)
                        && (only.isEmpty() || only.get().contains(field.key()))) {
                    add(value, wanted.computeIfAbsent(to.get().form(), key -> new LinkedHashSet<>()));
                }
            }
        }
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Uni<Map<UUID, String>>> loads = new ArrayList<>();
        wanted.forEach((form, ids) -> loads.add(forms.current(actor.tenant(), form)
                .chain(compiled -> titles(actor, compiled, List.copyOf(ids)))
                .onFailure()
                .recoverWithItem(Map.of())));
        return Uni.join().all(loads).andFailFast().map(all -> {
            Map<UUID, String> titles = new HashMap<>();
            all.forEach(titles::putAll);
            return titles;
        });
    }

    /** One id, or a list of them. */
    private static void add(JsonNode value, Set<UUID> ids) {
        if (value.isArray()) {
            value.forEach(id -> ids.add(UUID.fromString(id.asText())));
        } else {
            ids.add(UUID.fromString(value.asText()));
        }
    }

    /** Title lines under the actor's access: the title field's value or mask; records out of sight are missing. */
    Uni<Map<UUID, String>> titles(Actor actor, CompiledForm form, List<UUID> ids) {
        Optional<CompiledField> title = form.titleField();
        if (ids.isEmpty() || title.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return reader.some(actor, form, ids, RecordAction.READ).chain(found -> {
            List<Visible> visible = List.copyOf(found.values());
            return presenter.ring(actor, visible).map(ring -> {
                RecordPresenter.Frame frame = new RecordPresenter.Frame(
                        ring,
                        presenter.org(actor),
                        Map.of(),
                        Map.of(),
                        Optional.of(Set.of(title.get().key())));
                Map<UUID, String> titles = new HashMap<>();
                for (Visible one : visible) {
                    JsonNode shown = presenter
                            .present(one, frame)
                            .path("data")
                            .path(title.get().key());
                    titles.put(
                            one.row().id(),
                            shown.isObject() ? shown.path("masked").asText() : shown.asText());
                }
                return titles;
            });
        });
    }

    /**
     * One entry for what was shown: ids and count, never values. Nothing protected shown: nothing noted. Where a sensitive value is open,
     * the entry is stored before the answer leaves, else shortly after (design 7).
     */
    Uni<Void> noted(Actor actor, String action, List<Visible> records) {
        List<String> ids = new ArrayList<>();
        Sensitivity highest = Sensitivity.PUBLIC;
        boolean open = false;
        for (Visible visible : records) {
            Optional<Told> told = Told.of(visible);
            if (told.isPresent()) {
                ids.add(visible.row().id().toString());
                highest = highest.max(told.get().highest());
                open |= told.get().open();
            }
        }
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        CompiledForm form = records.get(0).form();
        String object = records.size() == 1 ? "record/" + form.key() + "/" + ids.get(0) : "form/" + form.key();
        Map<String, Object> context = records.size() == 1
                ? Map.of("level", highest.key())
                : Map.of("level", highest.key(), "count", ids.size(), "records", String.join(",", ids));
        AuditDraft draft = AuditDraft.of(action, object).with(context).under(form.policy());
        if (open) {
            return reads.stored(actor, List.of(draft));
        }
        reads.note(actor, draft);
        return Uni.createFrom().voidItem();
    }
}
