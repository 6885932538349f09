package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.field.ReferenceOptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether what people send names something that is there: a member, a department, a record that they may know of. A record out of their
 * sight is refused as one that never was. What stands already is not asked again: people leave, records are deleted.
 */
@Singleton
final class RecordReferences {

    private final OrgDirectory directory;
    private final CompiledForms forms;
    private final RecordReader reader;
    private final RecordStore store;

    RecordReferences(OrgDirectory directory, CompiledForms forms, RecordReader reader, RecordStore store) {
        this.directory = directory;
        this.forms = forms;
        this.reader = reader;
        this.store = store;
    }

    /** By change, a finding for each new id that names nothing; the database is asked once for each form referred to, else not at all. */
    Uni<List<List<Finding>>> missing(Actor actor, CompiledForm form, List<RecordChange> changes) {
        List<List<RecordPlace>> fresh = changes.stream()
                .map(change -> RecordPlace.fresh(form, change, RecordReferences::refers))
                .toList();
        Org org = directory.of(actor.tenant());
        return known(actor, fresh.stream().flatMap(List::stream).toList())
                .map(known -> fresh.stream()
                        .map(places -> missing(places, org, known))
                        .toList());
    }

    private static List<Finding> missing(List<RecordPlace> places, Org org, Map<String, Set<UUID>> known) {
        return places.stream()
                .map(place -> missing(place, org, known))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean refers(CompiledField field) {
        return unit(field).isPresent() || field.type().references().isPresent();
    }

    private static Optional<OrgValue.Unit> unit(CompiledField field) {
        return field.type().capability(OrgValue.class).map(OrgValue::unit);
    }

    private static Optional<Finding> missing(RecordPlace place, Org org, Map<String, Set<UUID>> known) {
        Optional<OrgValue.Unit> unit = unit(place.field());
        boolean there;
        String code;
        if (unit.isEmpty()) {
            there = known.getOrDefault(target(place), Set.of()).contains(UUID.fromString(place.id()));
            code = "relation.unknown";
        } else if (unit.get() == OrgValue.Unit.MEMBER) {
            there = org.knows(place.id());
            code = "member.unknown";
        } else {
            there = org.department(place.id()).isPresent();
            code = "department.unknown";
        }
        return there ? Optional.empty() : Optional.of(Finding.error(code, place.pointer()));
    }

    /** The records among those referred to that the actor may know of and that are not in the bin, by form. */
    private Uni<Map<String, Set<UUID>>> known(Actor actor, List<RecordPlace> places) {
        Map<String, Set<UUID>> asked = new LinkedHashMap<>();
        for (RecordPlace place : places) {
            if (place.field().type().references().isPresent()) {
                asked.computeIfAbsent(target(place), form -> new LinkedHashSet<>())
                        .add(UUID.fromString(place.id()));
            }
        }
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<String, Set<UUID>> known = new LinkedHashMap<>();
        List<Uni<Set<UUID>>> loads = new ArrayList<>();
        asked.forEach((form, ids) ->
                loads.add(living(actor, form, List.copyOf(ids)).invoke(found -> known.put(form, found))));
        return Uni.join().all(loads).andFailFast().replaceWith(known);
    }

    private Uni<Set<UUID>> living(Actor actor, String form, List<UUID> ids) {
        return forms.using(actor.tenant(), form, compiled -> rows(actor, compiled, ids))
                .map(rows -> {
                    Set<UUID> living = new LinkedHashSet<>();
                    rows.stream().filter(row -> !row.trashed()).forEach(row -> living.add(row.id()));
                    return living;
                })
                // A form that is not published yet has no records.
                .onFailure(ProblemException.class)
                .recoverWithItem(Set.of());
    }

    /** No group has the system as a member, and nothing is out of its sight. */
    private Uni<List<StoredRecord>> rows(Actor actor, CompiledForm form, List<UUID> ids) {
        return actor.system()
                ? store.byIds(actor, form, List.of(), ids)
                        .map(rows -> rows.stream().map(Fetched::row).toList())
                : reader.some(actor, form, ids, RecordAction.READ)
                        .map(found -> found.values().stream().map(Visible::row).toList());
    }

    private static String target(RecordPlace place) {
        return place.field().type().references().map(ReferenceOptions::form).orElseThrow();
    }
}
