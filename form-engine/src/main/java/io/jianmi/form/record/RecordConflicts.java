package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.TablePlan;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Explains a refused unique index. The field is named only to an actor who reads it on every record; to everyone else a
 * pointer would tell that somebody with this value exists, and what the bare answer tells is budgeted.
 */
@Singleton
final class RecordConflicts {

    private final UniqueProbes probes;
    private final RestrictedSubjects restricted;

    RecordConflicts(UniqueProbes probes, RestrictedSubjects restricted) {
        this.probes = probes;
        this.restricted = restricted;
    }

    /** The refusal of somebody who has been told too often that a value exists. */
    Optional<ProblemException> exhausted(CompiledForm form, Actor actor) {
        return !actor.visiting() && probes.spent(actor, form)
                ? Optional.of(ProblemException.of(RecordProblem.UNIQUE_LIMIT))
                : Optional.empty();
    }

    /** @param values how many records were tried at once */
    Uni<ProblemException> explain(CompiledForm form, Actor actor, String index, String pointer, int values) {
        Optional<CompiledField> field = form.table().indexes().stream()
                .filter(planned -> planned.unique() && planned.name().equals(index))
                .findFirst()
                .flatMap(planned -> field(form, planned));
        if (field.isEmpty()) {
            return Uni.createFrom().item(ProblemException.of(StoreProblem.LOST_RACE));
        }
        if (actor.visiting()) {
            // All visitors are one actor: a budget of theirs would let any of them close the form. They are told
            // nothing anyway.
            return Uni.createFrom().item(ProblemException.of(RecordProblem.NOT_UNIQUE));
        }
        if (!readsEverywhere(form, actor, field.get().key())) {
            return probes.count(actor, form, values);
        }
        Finding named = Finding.error(
                "field.not-unique", Pointer.child(pointer, field.get().key()));
        return restricted
                .within(actor, form)
                .chain(hidden -> hidden
                        ? probes.count(actor, form, values)
                        : Uni.createFrom().item(ProblemException.of(RecordProblem.NOT_UNIQUE, List.of(named))));
    }

    /** Whether every unique field of the form may be named to the actor. */
    boolean inSight(CompiledForm form, Actor actor) {
        return form.table().indexes().stream()
                .filter(TablePlan.Index::unique)
                .flatMap(index -> field(form, index).stream())
                .allMatch(field -> !restricted.concerns(actor) && readsEverywhere(form, actor, field.key()));
    }

    private static boolean readsEverywhere(CompiledForm form, Actor actor, String field) {
        Grants grants = form.access().matching(actor);
        return form.consents().of(field).isEmpty()
                && grants.atMost(field).atLeast(FieldAccess.READ)
                && grants.blinders().isEmpty()
                && grants.reading(field).stream().anyMatch(PermissionGroup::everywhere);
    }

    private static Optional<CompiledField> field(CompiledForm form, TablePlan.Index index) {
        String column = index.columns().get(0).column();
        return form.columns().stream()
                .filter(field -> field.column().equals(column)
                        || field.indexes().stream()
                                .anyMatch(search -> search.column().equals(column)))
                .findFirst();
    }
}
