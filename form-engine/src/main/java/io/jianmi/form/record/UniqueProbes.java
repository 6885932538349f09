package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The budget of answers "exists already" about records out of sight: each tells that somebody has this number. Whoever has used it up
 * writes nothing more that could be refused so, hit or miss, until the hour ends; so the refusal tells nothing either. Counted in the
 * database, for all nodes; that it is used up each node learns at its next hit.
 */
@Singleton
final class UniqueProbes {

    private static final int PER_HOUR = 20;

    private final TenantWriter writer;
    private final InstantSource clock;
    private final Map<Key, Instant> spent = new ConcurrentHashMap<>();

    UniqueProbes(TenantWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    private record Key(String tenant, String actor, String form) {}

    /** Whether this actor may write nothing unique to the form for now. */
    boolean spent(Actor actor, CompiledForm form) {
        return hour().equals(spent.get(key(actor, form)));
    }

    /**
     * Counts one answer.
     *
     * @param values how many records were tried at once: of a refused batch each may have been the one
     */
    Uni<ProblemException> count(Actor actor, CompiledForm form, int values) {
        Instant hour = hour();
        Budget budget = new Budget("unique/" + form.key(), "hour/" + hour, PER_HOUR, RecordProblem.UNIQUE_LIMIT);
        return writer.commit(List.of(budget.overdraw(actor, values)))
                .replaceWith(ProblemException.of(RecordProblem.NOT_UNIQUE))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> {
                    spent.put(key(actor, form), hour);
                    return failure;
                });
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    private static Key key(Actor actor, CompiledForm form) {
        return new Key(actor.tenant().value(), actor.id().value(), form.key());
    }
}
