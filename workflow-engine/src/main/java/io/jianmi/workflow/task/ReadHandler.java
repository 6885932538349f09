package io.jianmi.workflow.task;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Marks a task as read; reading twice keeps the first time. */
@Singleton
public final class ReadHandler implements CommandHandler<ReadTask, LoadedTask, LoadedTask> {

    private final TaskStore store;
    private final InstantSource clock;

    ReadHandler(TaskStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Uni<LoadedTask> load(ReadTask command, Actor actor) {
        return store.load(actor.tenant(), command.task());
    }

    @Override
    public Permit authorize(ReadTask command, LoadedTask task, Actor actor) {
        String policy = task.instance().workflow().processId();
        return task.assignee().equals(actor.id())
                ? Permit.allow(policy)
                : Permit.refuse(ProblemException.of(TaskProblem.NOT_FOUND), policy);
    }

    @Override
    public Uni<Changes<LoadedTask>> decide(ReadTask command, LoadedTask task, Actor actor) {
        Write mark = Write.one(
                "update \"%s\".task set read_at = coalesce(read_at, $2) where id = $1"
                        .formatted(actor.tenant().schema()),
                Tuple.of(task.id(), clock.instant().atOffset(ZoneOffset.UTC)));
        AuditDraft audit = AuditDraft.of(command.action(), command.target())
                .with(Map.of("record", task.instance().record().toString(), "node", task.node()));
        return Uni.createFrom().item(Changes.of(List.of(mark), audit, List.of(), task::noticed));
    }
}
