package io.jianmi.core.command;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.AuditLog;
import io.jianmi.core.audit.PendingEntry;
import io.jianmi.core.cluster.Notices;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.idempotency.RequestMarks;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The pipeline of commands on the {@code platform} schema: the same steps, one Hibernate Reactive transaction. */
@Singleton
public final class PlatformPipeline {

    private final Mutiny.SessionFactory sessions;
    private final AuditLog audit;
    private final TenantWriter writer;
    private final RequestMarks requests;

    public PlatformPipeline(
            Mutiny.SessionFactory sessions, AuditLog audit, TenantWriter writer, RequestMarks requests) {
        this.sessions = sessions;
        this.audit = audit;
        this.writer = writer;
        this.requests = requests;
    }

    public <C extends Command<R>, R, L> Uni<R> run(PlatformHandler<C, R, L> handler, C command, Actor actor) {
        return requests.of(actor, command.request())
                .chain(request -> inTenant(
                        actor.tenant(),
                        session -> handler.load(command, actor, session).chain(loaded -> {
                            Permit permit = handler.authorize(command, loaded, actor);
                            if (permit.refusal().isPresent()) {
                                return Uni.createFrom().failure(permit.refusal().get());
                            }
                            return remember(request, actor, session)
                                    .chain(() -> handler.decide(command, loaded, actor, session))
                                    .chain(changes -> finish(changes, actor, permit, session));
                        })))
                .invoke(() -> audit.committed(actor.tenant()))
                .map(Supplier::get)
                .onFailure(ProblemException.class)
                .call(failure ->
                        repeated(command, failure) ? Uni.createFrom().voidItem() : logRefusal(command, actor, failure));
    }

    /** Before all else that is written, so that of two at once the later waits here; what it made is named by the request itself. */
    private static Uni<Void> remember(Optional<RequestMarks.Marked> marked, Actor actor, Mutiny.Session session) {
        return marked.map(request -> session.createNativeQuery(
                                """
                                insert into "%s".idempotency (actor, key, request, result)
                                values (?1, ?2, decode(?3, 'hex'), ?4) on conflict do nothing
                                """.formatted(actor.tenant().schema()))
                        .setParameter(1, actor.id().value())
                        .setParameter(2, request.key())
                        .setParameter(3, hex(request.mark()))
                        .setParameter(4, Idempotency.result(List.of()))
                        .executeUpdate()
                        .invoke(rows -> {
                            if (rows == 0) {
                                throw ProblemException.of(CommonProblem.CONFLICT);
                            }
                        })
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** A read of platform tables as one tenant. */
    public <T> Uni<T> inTenant(TenantKey tenant, Function<Mutiny.Session, Uni<T>> work) {
        return toTheEnd(sessions.withTransaction(
                session -> session.createNativeQuery("select set_config('jianmi.tenant', ?1, true)", String.class)
                        .setParameter(1, tenant.value())
                        .getSingleResult()
                        .chain(set -> work.apply(session))));
    }

    /** Who hangs up does not take his transaction with him: its session would be closed under a statement that is still running. */
    private static <T> Uni<T> toTheEnd(Uni<T> transaction) {
        return Uni.createFrom().emitter(asker -> transaction.subscribe().with(asker::complete, asker::fail));
    }

    private <R> Uni<Supplier<R>> finish(
            PlatformChanges<R> changes, Actor actor, Permit permit, Mutiny.Session session) {
        return audit.prepare(actor, List.of(changes.audit().under(permit.policy())))
                .chain(entries -> session.flush().chain(() -> append(actor.tenant(), entries.get(0), session)))
                .chain(appended -> changes.notice()
                        .map(notice -> Notices.tell(session, notice))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(told -> changes.answer());
    }

    private static Uni<Integer> append(TenantKey tenant, PendingEntry entry, Mutiny.Session session) {
        return session.createNativeQuery("""
                        insert into "%s".audit_pending (id, at, actor, action, object, allowed, ctx, pc, salt, payload, subject)
                        values (cast(cast(?1 as text) as uuid), cast(cast(?2 as text) as timestamptz), ?3, ?4, ?5, ?6, ?7, ?8,
                        decode(?9, 'hex'), decode(?10, 'hex'), cast(cast(?11 as text) as uuid))
                        """.formatted(tenant.schema()))
                .setParameter(1, entry.id().toString())
                .setParameter(2, entry.at().toString())
                .setParameter(3, entry.actor())
                .setParameter(4, entry.action())
                .setParameter(5, entry.object())
                .setParameter(6, entry.allowed())
                .setParameter(7, entry.context())
                .setParameter(8, entry.commitment())
                .setParameter(9, hex(entry.salt()))
                .setParameter(10, hex(entry.payload()))
                .setParameter(
                        11, entry.subject() == null ? null : entry.subject().toString())
                .executeUpdate();
    }

    /** Whether the same request was done meanwhile, which is no refusal. */
    private static boolean repeated(Command<?> command, ProblemException failure) {
        return command.request().isPresent() && failure.type() == CommonProblem.CONFLICT;
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private <R> Uni<Void> logRefusal(Command<R> command, Actor actor, ProblemException refusal) {
        AuditDraft draft = AuditDraft.of(command.action(), command.target())
                .with(Map.of("problem", refusal.type().code()))
                .denied();
        return audit.prepare(actor, List.of(draft))
                .chain(entries -> writer.commit(List.of(audit.insert(actor.tenant(), entries))))
                .invoke(() -> audit.committed(actor.tenant()));
    }
}
