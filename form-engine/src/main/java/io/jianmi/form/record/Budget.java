package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemType;
import io.jianmi.core.store.Write;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * How often one actor may do something in a window of time. Counted up under the row's lock, so that it holds across nodes.
 *
 * @param source what is budgeted: the key of a form for its reveals, else two words with a slash, which no key has
 * @param window such as {@code hour/2026-01-01T04:00:00Z}
 * @param limit how often
 * @param spent the problem of doing it once more
 */
record Budget(String source, String window, int limit, ProblemType spent) {

    /** Takes so many times, where so many are left. */
    Write use(Actor actor, int times) {
        return take(actor, times, limit - times);
    }

    /** Takes so many times, where anything is left at all. */
    Write overdraw(Actor actor, int times) {
        return take(actor, times, limit - 1);
    }

    private Write take(Actor actor, int times, int usedBefore) {
        return Write.one(
                """
                insert into "%s".reveal_budget as b (actor, source, time_window, used)
                select $1, $2, $3, $4::int where $5::int >= 0
                on conflict (actor, source, time_window) do update set used = b.used + $4::int where b.used <= $5::int
                """.formatted(actor.tenant().schema()),
                Tuple.of(actor.id().value(), source, window, times, usedBefore),
                spent);
    }

    /** Forgets what was used in other windows. */
    Write forgetOthers(Actor actor) {
        return Write.any(
                """
                delete from "%s".reveal_budget where actor = $1 and source = $2 and time_window <> $3
                """.formatted(actor.tenant().schema()), Tuple.of(actor.id().value(), source, window));
    }
}
