package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Decided records to answers, for every channel: keys fetched once, references titled, reading noted. */
@Singleton
final class RecordAnswers {

    private final RecordPresenter presenter;
    private final RelatedRecords related;
    private final RollUps rollUps;
    private final RecordFiles files;
    private final ReadLog reads;

    RecordAnswers(
            RecordPresenter presenter, RelatedRecords related, RollUps rollUps, RecordFiles files, ReadLog reads) {
        this.presenter = presenter;
        this.related = related;
        this.rollUps = rollUps;
        this.files = files;
        this.reads = reads;
    }

    /** One record as {@code GET records/{id}} answers it. */
    Uni<ObjectNode> one(Actor actor, Visible visible) {
        return many(actor, List.of(visible), AskedFields.ALL, RecordAction.READ)
                .map(answers -> answers.get(0))
                .call(() -> noted(actor, "record.read", List.of(visible)));
    }

    /** A page of a list, in order. */
    Uni<List<ObjectNode>> page(Actor actor, List<Visible> records, AskedFields asked) {
        return many(actor, records, asked, RecordAction.READ).call(() -> noted(actor, "record.list", records));
    }

    /** Records that leave by an export, in order; what they show of other records leaves by the right to export those. */
    Uni<List<ObjectNode>> leaving(Actor actor, List<Visible> records, AskedFields asked) {
        return many(actor, records, asked, RecordAction.EXPORT).call(() -> noted(actor, "record.export", records));
    }

    /** Records that go on paper, in order, each with the fields that its rules show; noting them is up to whoever prints. */
    Uni<List<PaperRecord>> onPaper(Actor actor, List<Visible> records) {
        return many(actor, records, AskedFields.ALL, RecordAction.PRINT, (visible, frame) -> {
            ObjectNode shown = presenter.present(visible, frame);
            if (shown.has("problem")) {
                throw ProblemException.of(RecordProblem.INTEGRITY);
            }
            return PaperRecord.of(visible, shown, RecordPresenter.read(visible, frame), UserContext.of(actor));
        });
    }

    private Uni<List<ObjectNode>> many(Actor actor, List<Visible> records, AskedFields asked, RecordAction action) {
        return many(actor, records, asked, action, presenter::present);
    }

    private <T> Uni<List<T>> many(
            Actor actor,
            List<Visible> records,
            AskedFields asked,
            RecordAction action,
            BiFunction<Visible, RecordPresenter.Frame, T> present) {
        return Uni.combine()
                .all()
                .unis(
                        presenter.ring(actor, records),
                        related.of(actor, records, asked, action),
                        rollUps.of(actor, records, asked, action))
                .asTuple()
                .chain(all -> files.shown(actor, records, all.getItem1()).chain(files -> {
                    DerivedValues derived = all.getItem2().values();
                    derived.putAll(all.getItem3());
                    RecordPresenter.Frame frame = new RecordPresenter.Frame(
                            all.getItem1(), presenter.org(actor), all.getItem2().titles(), files, derived, asked);
                    return lookedUp(actor, all.getItem2().opened().values())
                            .replaceWith(() -> records.stream()
                                    .map(visible -> present.apply(visible, frame))
                                    .toList());
                }));
    }

    /** Who saw a protected value through a look-up saw it in the record that holds it. */
    private Uni<Void> lookedUp(Actor actor, Collection<Visible> opened) {
        Map<String, List<Visible>> byForm = new LinkedHashMap<>();
        opened.forEach(one -> byForm.computeIfAbsent(one.form().key(), form -> new ArrayList<>())
                .add(one));
        Uni<Void> all = Uni.createFrom().voidItem();
        for (List<Visible> records : byForm.values()) {
            all = all.chain(() -> noted(actor, "record.look-up", records));
        }
        return all;
    }

    /** Title lines under the actor's access: the title field's value or mask; records out of sight are missing. */
    Uni<Map<UUID, String>> titles(Actor actor, CompiledForm form, List<UUID> ids) {
        return titles(actor, form, ids, RecordAction.READ);
    }

    /** As {@link #titles(Actor, CompiledForm, List)}, as far as they may leave so. */
    Uni<Map<UUID, String>> titles(Actor actor, CompiledForm form, List<UUID> ids, RecordAction action) {
        return related.titles(actor, form, ids, action);
    }

    /** Title lines of all that the actor may know of, empty where there is no title; records out of sight are missing. */
    Uni<Map<UUID, String>> lines(Actor actor, CompiledForm form, List<UUID> ids) {
        return related.lines(actor, form, ids);
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
        String object = records.size() == 1 ? form.object(records.get(0).row().id()) : "form/" + form.key();
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
