package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.query.Filter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;

/** The other forms that a filter reaches by its relations, with what the actor's groups give him there. */
@Singleton
final class RelatedForms {

    private final CompiledForms forms;
    private final RecordTables tables;
    private final RecordShares shares;

    RelatedForms(CompiledForms forms, RecordTables tables, RecordShares shares) {
        this.forms = forms;
        this.tables = tables;
        this.shares = shares;
    }

    /**
     * One of them.
     *
     * @param shared rows of it that are shared with the actor
     */
    record Related(RecordTable table, Grants grants, Optional<Condition> shared) {}

    /** By key of the form; one that was deleted since is missing. */
    Uni<Map<String, Related>> of(Actor actor, CompiledForm form, Filter filter) {
        Set<String> keys = new LinkedHashSet<>();
        reached(filter, form, keys);
        Uni<Map<String, Related>> all = Uni.createFrom().item(HashMap::new);
        for (String key : keys) {
            all = all.chain(known -> related(actor, key)
                    .invoke(found -> found.ifPresent(one -> known.put(key, one)))
                    .replaceWith(known));
        }
        return all;
    }

    /** Paths in a filter that compare with sealed values, here or over there; one that leads nowhere counts as such. */
    static Set<String> sealed(Filter filter, CompiledForm form, Map<String, Related> reached) {
        return Filter.comparisons(filter)
                .map(Filter.Comparison::field)
                .filter(path -> isSealed(path, form, reached))
                .collect(Collectors.toSet());
    }

    private static boolean isSealed(String path, CompiledForm form, Map<String, Related> reached) {
        if (SystemField.parse(path).isPresent()) {
            return false;
        }
        Optional<CompiledField> own = form.find(path);
        int dot = path.indexOf('.');
        if (own.isPresent() || dot < 0) {
            return own.map(CompiledField::encrypted).orElse(true);
        }
        String beyond = path.substring(dot + 1);
        Optional<CompiledForm> there = form.field(path.substring(0, dot))
                .filter(relation -> !relation.encrypted())
                .flatMap(relation -> relation.type().references())
                .map(references -> reached.get(references.form()))
                .map(related -> related.table().form());
        return there.map(other -> SystemField.parse(beyond).isEmpty()
                        && other.field(beyond).map(CompiledField::encrypted).orElse(true))
                .orElse(true);
    }

    private Uni<Optional<Related>> related(Actor actor, String key) {
        return forms.current(actor.tenant(), key)
                .chain(there -> shares.with(actor, key)
                        .map(shared -> Optional.of(new Related(
                                tables.table(actor.tenant(), there),
                                there.access().matching(actor),
                                shared))))
                .onFailure(ProblemException.class)
                .recoverWithItem(Optional.empty());
    }

    private static void reached(Filter filter, CompiledForm form, Set<String> keys) {
        Filter.comparisons(filter).forEach(comparison -> {
            int dot = comparison.field().indexOf('.');
            if (dot > 0) {
                form.field(comparison.field().substring(0, dot))
                        .flatMap(field -> field.type().references())
                        .map(ReferenceOptions::form)
                        .ifPresent(keys::add);
            }
        });
    }
}
