package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.Derivation;
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

/**
 * Records that others refer to, under the reader's own access to them: their titles, and the fields that look-ups show. Those of one
 * form are read by one statement, however many records and fields ask.
 */
@Singleton
final class RelatedRecords {

    private final RecordReader reader;
    private final RecordPresenter presenter;
    private final CompiledForms forms;

    RelatedRecords(RecordReader reader, RecordPresenter presenter, CompiledForms forms) {
        this.reader = reader;
        this.presenter = presenter;
        this.forms = forms;
    }

    /**
     * What one reader gets of them.
     *
     * @param titles title lines; records out of sight are missing
     * @param opened records of which look-ups show something, each as far as they do, for the entry about it
     */
    record Related(Map<UUID, String> titles, DerivedValues values, Map<UUID, Visible> opened) {

        static Related none() {
            return new Related(new HashMap<>(), new DerivedValues(), new LinkedHashMap<>());
        }

        private static Related joined(List<Related> all) {
            Related joined = none();
            for (Related one : all) {
                joined.titles().putAll(one.titles());
                joined.values().putAll(one.values());
                joined.opened().putAll(one.opened());
            }
            return joined;
        }
    }

    /** A look-up of one record, to be answered by another. */
    private record Asked(Visible record, CompiledField field, String source, UUID id) {}

    /** What is wanted of one form. */
    private record Wanted(Set<UUID> titled, List<Asked> asked) {

        Wanted() {
            this(new LinkedHashSet<>(), new ArrayList<>());
        }

        List<UUID> ids() {
            Set<UUID> ids = new LinkedHashSet<>(titled);
            asked.forEach(one -> ids.add(one.id()));
            return List.copyOf(ids);
        }
    }

    /** @param action what is done with these records: what leaves must be the reader's to take out over there as well */
    Uni<Related> of(Actor actor, List<Visible> records, AskedFields fields, RecordAction action) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        Related nothing = Related.none();
        for (Visible visible : records) {
            titled(visible, fields, wanted);
            asked(visible, fields, wanted, nothing.values());
        }
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(nothing);
        }
        List<Uni<Related>> loads = new ArrayList<>(List.of(Uni.createFrom().item(nothing)));
        wanted.forEach((form, what) ->
                loads.add(forms.using(actor.tenant(), form, compiled -> load(actor, compiled, what, action))
                        .onFailure()
                        .recoverWithItem(Related::none)));
        return Uni.join().all(loads).andFailFast().map(Related::joined);
    }

    /** Title lines under the actor's access: the title field's value or mask; records out of sight are missing. */
    Uni<Map<UUID, String>> titles(Actor actor, CompiledForm form, List<UUID> ids, RecordAction action) {
        return ids.isEmpty() || form.titleField().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : load(actor, form, new Wanted(new LinkedHashSet<>(ids), List.of()), action)
                        .map(Related::titles);
    }

    /** As {@link #titles}, of forms without a title too: theirs are empty. */
    Uni<Map<UUID, String>> lines(Actor actor, CompiledForm form, List<UUID> ids) {
        return form.titleField().isPresent()
                ? titles(actor, form, ids, RecordAction.READ)
                : reader.some(actor, form, ids, RecordAction.READ).map(found -> {
                    Map<UUID, String> lines = new HashMap<>();
                    found.keySet().forEach(id -> lines.put(id, ""));
                    return lines;
                });
    }

    private static void titled(Visible visible, AskedFields fields, Map<String, Wanted> wanted) {
        for (CompiledField field : visible.form().columns()) {
            Optional<ReferenceOptions> to = field.type().references();
            if (to.isPresent() && fields.has(field)) {
                List<UUID> ids = pointedAt(visible, field);
                if (!ids.isEmpty()) {
                    wanted.computeIfAbsent(to.get().form(), key -> new Wanted())
                            .titled()
                            .addAll(ids);
                }
            }
        }
    }

    /** A look-up tells which record it reads, so only who reads the relation reads it. Where that is empty, so is the look-up. */
    private static void asked(Visible visible, AskedFields fields, Map<String, Wanted> wanted, DerivedValues empty) {
        for (CompiledField field : visible.form().derived()) {
            if (!(field.type().options() instanceof Derivation.LookUp lookUp)
                    || visible.access().of(field.key()) == FieldAccess.HIDDEN
                    || !fields.has(field)) {
                continue;
            }
            Optional<CompiledField> through = visible.form().field(lookUp.through());
            Optional<ReferenceOptions> to =
                    through.flatMap(relation -> relation.type().references());
            if (to.isEmpty() || !visible.access().of(lookUp.through()).atLeast(FieldAccess.READ)) {
                continue;
            }
            List<UUID> ids = pointedAt(visible, through.get());
            if (ids.isEmpty()) {
                empty.put(visible.row().id(), field.key(), DerivedValues.Shown.read(Json.NODES.nullNode()));
            } else {
                wanted.computeIfAbsent(to.get().form(), key -> new Wanted())
                        .asked()
                        .add(new Asked(visible, field, lookUp.field(), ids.get(0)));
            }
        }
    }

    /** The ids in a relation that the reader reads; none in one that is protected. */
    private static List<UUID> pointedAt(Visible visible, CompiledField relation) {
        JsonNode value = visible.row().clear().get(relation.key());
        List<UUID> ids = new ArrayList<>();
        if (value != null && visible.access().of(relation.key()).atLeast(FieldAccess.READ)) {
            if (value.isArray()) {
                value.forEach(id -> ids.add(UUID.fromString(id.asText())));
            } else {
                ids.add(UUID.fromString(value.asText()));
            }
        }
        return ids;
    }

    private Uni<Related> load(Actor actor, CompiledForm form, Wanted wanted, RecordAction action) {
        return reader.some(actor, form, wanted.ids(), action).chain(found -> {
            List<Visible> visible = List.copyOf(found.values());
            return Uni.combine()
                    .all()
                    .unis(presenter.ring(actor, visible), secondTitles(actor, visible, wanted, action))
                    .asTuple()
                    .map(both -> {
                        RecordPresenter.Frame frame = new RecordPresenter.Frame(
                                both.getItem1(),
                                presenter.org(actor),
                                both.getItem2(),
                                Map.of(),
                                new DerivedValues(),
                                AskedFields.only(form.titleField().stream()
                                        .map(CompiledField::key)
                                        .toList()));
                        Related related = Related.none();
                        titles(found, wanted, frame, related);
                        wanted.asked().forEach(asked -> lookUp(asked, found, frame, related));
                        return related;
                    });
        });
    }

    /** Look-ups of a relation show the title of what that one points at; it goes no further. */
    private Uni<Map<UUID, String>> secondTitles(
            Actor actor, List<Visible> sources, Wanted wanted, RecordAction action) {
        AskedFields fields =
                AskedFields.only(wanted.asked().stream().map(Asked::source).toList());
        Map<String, Wanted> further = new LinkedHashMap<>();
        sources.forEach(source -> titled(source, fields, further));
        Uni<Map<UUID, String>> all = Uni.createFrom().item(new HashMap<>());
        for (Map.Entry<String, Wanted> next : further.entrySet()) {
            all = all.chain(known -> forms.using(
                            actor.tenant(),
                            next.getKey(),
                            form -> titles(actor, form, next.getValue().ids(), action))
                    .onFailure()
                    .recoverWithItem(Map.of())
                    .invoke(known::putAll)
                    .replaceWith(known));
        }
        return all;
    }

    private void titles(Map<UUID, Visible> found, Wanted wanted, RecordPresenter.Frame frame, Related related) {
        found.forEach((id, visible) -> visible.form().titleField().ifPresent(title -> {
            if (wanted.titled().contains(id)) {
                JsonNode shown = presenter.present(visible, frame).path("data").path(title.key());
                related.titles().put(id, title.title(shown));
            }
        }));
    }

    private static void lookUp(Asked asked, Map<UUID, Visible> found, RecordPresenter.Frame frame, Related related) {
        Visible source = found.get(asked.id());
        Optional<CompiledField> field =
                source == null ? Optional.empty() : source.form().field(asked.source());
        if (source == null || field.isEmpty() || !source.intact()) {
            return;
        }
        FieldAccess may = source.access()
                .of(asked.source())
                .min(asked.record().access().of(asked.field().key()));
        RecordPresenter.value(source, field.get(), may, frame).ifPresent(shown -> {
            related.values().put(asked.record().row().id(), asked.field().key(), shown);
            related.opened()
                    .merge(source.row().id(), source.showing(Map.of(asked.source(), may)), RelatedRecords::both);
        });
    }

    /** What several look-ups show of one record. */
    private static Visible both(Visible one, Visible other) {
        Map<String, FieldAccess> fields = new HashMap<>(one.access().fields());
        other.access().fields().forEach((field, access) -> fields.merge(field, access, FieldAccess::max));
        return one.showing(fields);
    }
}
