package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The budget of searches by the right {@code search} alone: asking an index about a value one may not read tells whether a person
 * exists, so it may be asked so often and no more (privacy, 1.7). Counted in the database, for all nodes.
 */
@Singleton
final class SearchBudget {

    private static final int PER_MINUTE = 60;
    private static final String SOURCE = "search/any-form";

    private final TenantWriter writer;
    private final InstantSource clock;

    SearchBudget(TenantWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Counts what of these indexes is asked by the right to search; {@code record.search-limit} when that is too much. */
    Uni<Void> use(Actor actor, CompiledForm form, Grants grants, List<CompiledField> searched) {
        int blind = (int)
                searched.stream().filter(field -> blind(form, grants, field)).count();
        return blind == 0 ? Uni.createFrom().voidItem() : use(actor, blind);
    }

    /** Counts so many questions about records that may be out of sight. */
    Uni<Void> use(Actor actor, int questions) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Budget budget = new Budget(SOURCE, "minute/" + minute, PER_MINUTE, RecordProblem.SEARCH_LIMIT);
        return writer.commit(List.of(budget.forgetOthers(actor), budget.use(actor, questions)));
    }

    /** Whether some group lets the index be asked on rows on which none lets the field be read. */
    private static boolean blind(CompiledForm form, Grants grants, CompiledField field) {
        Set<String> reading = new HashSet<>();
        if (form.consents().of(field.key()).isEmpty()) {
            grants.reading(field.key()).forEach(group -> reading.add(group.key()));
        }
        return grants.groupsWith(RecordAction.SEARCH).stream()
                .anyMatch(group -> !reading.contains(group.key())
                        && group.declared(field.key(), field.level()) != FieldAccess.HIDDEN);
    }
}
