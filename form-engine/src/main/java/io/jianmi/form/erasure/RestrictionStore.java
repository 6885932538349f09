package io.jianmi.form.erasure;

import io.jianmi.core.cluster.Notices;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.form.record.RestrictedSubjects;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changes of what is restricted; every node is told with the commit. */
final class RestrictionStore {

    private static final int PARAMETERS = 4;

    private RestrictionStore() {}

    /** Who is restricted already stays so. */
    static Write restrict(Actor actor, UUID subject, Instant since, Optional<UUID> request) {
        return Write.any(
                """
                insert into %s.subject_restriction (subject, since, by, request)
                select $1::uuid, $2::timestamptz, $3::text, $4::uuid from %s
                on conflict (subject) do nothing
                """.formatted(ErasureStore.quoted(actor.tenant()), Notices.told(PARAMETERS + 1)),
                Notices.bind(
                        Tuples.of(subject, ErasureStore.utc(since), actor.id().value(), request.orElse(null)),
                        RestrictedSubjects.notice(actor.tenant())));
    }

    static Write lift(Actor actor, UUID subject) {
        return Write.one(
                "delete from %s.subject_restriction where subject = $1".formatted(ErasureStore.quoted(actor.tenant())),
                Tuple.of(subject),
                ErasureProblem.NOT_RESTRICTED);
    }
}
