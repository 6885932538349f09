package io.jianmi.workflow.instance;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RecordWorkflow.Start;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowRef;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What is written with a record whose submission starts a workflow. */
@Singleton
public final class InstanceStart {

    private final Ids ids;
    private final InstantSource clock;

    public InstanceStart(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The instance, the initiator's own row and the first timeline entry; the engine follows by message. */
    public Start of(Actor actor, WorkflowRef ref, CompiledWorkflow workflow, String form, UUID record, int version) {
        String schema = "\"" + actor.tenant().schema() + "\"";
        UUID instance = ids.next();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String start = workflow.start().key();
        List<Write> writes = List.of(
                Write.one(
                        """
                        insert into %s.wf_instance (id, app, form, record, workflow, workflow_version, status, initiator,
                        started_at) values ($1, $2, $3, $4, $5, $6, 'RUNNING', $7, $8)
                        """.formatted(schema),
                        Tuple.tuple(List.of(
                                instance,
                                ref.app(),
                                form,
                                record,
                                ref.key(),
                                ref.version(),
                                actor.id().value(),
                                now))),
                Write.one(
                        """
                        insert into %s.task (id, kind, status, assignee, instance, record, app, form, workflow,
                        workflow_version, node, decision, created_at, done_at)
                        values ($1, 'SUBMIT', 'DONE', $2, $3, $4, $5, $6, $7, $8, $9, 'submit', $10, $10)
                        """.formatted(schema),
                        Tuple.tuple(List.of(
                                ids.next(),
                                actor.id().value(),
                                instance,
                                record,
                                ref.app(),
                                form,
                                ref.key(),
                                ref.version(),
                                start,
                                now))),
                Write.one(
                        """
                        insert into %s.wf_timeline (id, instance, record, at, entry, node, actor, record_version)
                        values ($1, $2, $3, $4, 'submit', $5, $6, $7)
                        """.formatted(schema),
                        Tuple.tuple(List.of(
                                ids.next(),
                                instance,
                                record,
                                now,
                                start,
                                actor.id().value(),
                                version))));
        return new Start(writes, List.of(WorkflowTopic.start(record, instance)));
    }
}
