package io.jianmi.workflow.incident;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.outbox.Parked;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.incident.IncidentStore.Held;
import io.jianmi.workflow.instance.Instance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Gives a parked message back to the relay, which tries it once. */
@Singleton
final class RetryIncidentHandler implements CommandHandler<RetryIncident, Held, Held> {

    private final IncidentStore store;
    private final Ids ids;
    private final InstantSource clock;

    RetryIncidentHandler(IncidentStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is no administrator learns nothing of what there is. */
    @Override
    public Uni<Held> load(RetryIncident command, Actor actor) {
        if (!actor.hasRole(Assignment.ADMIN)) {
            return Uni.createFrom().failure(ProblemException.of(CommonProblem.FORBIDDEN));
        }
        return store.find(actor.tenant(), command.incident())
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    @Override
    public Permit authorize(RetryIncident command, Held held, Actor actor) {
        return Permit.allow(held.instance().workflow().processId());
    }

    @Override
    public Uni<Changes<Held>> decide(RetryIncident command, Held held, Actor actor) {
        Instance instance = held.instance();
        Write note = Write.one(
                """
                insert into "%s".wf_timeline (id, instance, record, at, entry, node, actor)
                values ($1, $2, $3, $4, 'retry', $5, $6)
                """.formatted(actor.tenant().schema()),
                Tuple.tuple(List.of(
                        ids.next(),
                        instance.id(),
                        instance.record(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        held.node().orElse(""),
                        actor.id().value())));
        AuditDraft audit = AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "record", instance.record().toString(),
                        "form", instance.form(),
                        "instance", instance.id().toString(),
                        "problem", held.incident().code()));
        return Uni.createFrom()
                .item(Changes.of(
                        List.of(Parked.again(actor.tenant(), command.incident()), note), audit, List.of(), () -> held));
    }
}
