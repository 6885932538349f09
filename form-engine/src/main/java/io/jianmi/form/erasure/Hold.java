package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Holds a person, so that she is not erased; or releases her.
 *
 * @param terms of the hold; empty releases
 */
record Hold(UUID subject, Optional<HoldTerms> terms) implements Command<Boolean> {

    @Override
    public String action() {
        return terms.isPresent() ? "subject.hold" : "subject.release";
    }

    @Override
    public String target() {
        return "subject/" + subject;
    }

    @Override
    public String policy() {
        return "platform";
    }

    @Singleton
    static final class Handler implements CommandHandler<Hold, Boolean, Optional<SubjectStanding.Standing>> {

        private static final int TRIES = 2;

        private final SubjectStanding standing;
        private final DataKeys keys;
        private final Ids ids;
        private final InstantSource clock;

        Handler(SubjectStanding standing, DataKeys keys, Ids ids, InstantSource clock) {
            this.standing = standing;
            this.keys = keys;
            this.ids = ids;
            this.clock = clock;
        }

        @Override
        public Uni<Optional<SubjectStanding.Standing>> load(Hold command, Actor actor) {
            return standing.forDesk(actor, command.subject());
        }

        @Override
        public Permit authorize(Hold command, Optional<SubjectStanding.Standing> found, Actor actor) {
            return SubjectStanding.permit(command, found, actor);
        }

        /** Whoever is faster orders an erasure or another hold. */
        @Override
        public int tries() {
            return TRIES;
        }

        @Override
        public Uni<Changes<Boolean>> decide(Hold command, Optional<SubjectStanding.Standing> found, Actor actor) {
            SubjectStanding.Held held = found.orElseThrow().held();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (command.terms().isEmpty()) {
                if (held == null) {
                    throw ProblemException.of(ErasureProblem.NOT_HELD);
                }
                return Uni.createFrom().item(release(command, held, actor, now));
            }
            if (held != null) {
                throw ProblemException.of(ErasureProblem.HELD);
            }
            if (found.get().erasing().isPresent()) {
                throw ProblemException.of(ErasureProblem.TOO_LATE);
            }
            HoldTerms terms = command.terms().get();
            UUID id = ids.next();
            return keys.ring(actor.tenant(), Set.of(command.subject()), Set.of(KeyClass.S2))
                    .map(ring -> ring.seal(
                            SubjectStanding.cell(actor.tenant(), id, command.subject()),
                            TextNode.valueOf(terms.reason())))
                    .map(reason -> place(command, terms, id, reason, actor, now));
        }

        /** In the statement once more: an erasure that was ordered meanwhile goes its way. */
        private static Changes<Boolean> place(
                Hold command, HoldTerms terms, UUID id, byte[] reason, Actor actor, Instant now) {
            Write write = Write.one(
                    """
                    insert into %1$s.subject_hold (id, subject, owner, review_on, reason, placed_at, placed_by)
                    select $1, $2, $3, $4, $5, $6, $7 where not exists (select from %1$s.erasure e where e.subject = $2
                    and not exists (select from %1$s.erasure_step s where s.erasure = e.id and s.step = 'closed'))
                    """.formatted(ErasureStore.quoted(actor.tenant())),
                    Tuples.of(
                            id,
                            command.subject(),
                            terms.owner().value(),
                            terms.reviewOn(),
                            Buffer.buffer(reason),
                            ErasureStore.utc(now),
                            actor.id().value()));
            AuditDraft entry = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "hold",
                            id.toString(),
                            "owner",
                            terms.owner().value(),
                            "review",
                            terms.reviewOn().toString()))
                    .with(Json.NODES.objectNode().put("reason", terms.reason()), Optional.of(command.subject()));
            return Changes.of(List.of(write), entry, List.of(), () -> true).making(id);
        }

        private static Changes<Boolean> release(Hold command, SubjectStanding.Held held, Actor actor, Instant now) {
            Write write = Write.one(
                    "update %s.subject_hold set released_at = $2, released_by = $3 where id = $1 and released_at is null"
                            .formatted(ErasureStore.quoted(actor.tenant())),
                    Tuples.of(held.id(), ErasureStore.utc(now), actor.id().value()));
            AuditDraft entry = AuditDraft.of(command.action(), command.target())
                    .with(Map.of("hold", held.id().toString()));
            return Changes.of(List.of(write), entry, List.of(), () -> true);
        }
    }
}
