package io.jianmi.workflow.instance;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RecordWorkflow.Start;
import io.jianmi.form.record.RecordWorkflow.Submission;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowRef;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written with a record whose submission starts a workflow. */
@Singleton
public final class InstanceStart {

    private final Ids ids;
    private final InstantSource clock;

    public InstanceStart(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The instances, the initiator's own rows and the first timeline entries, each with the id of its instance; the engine
     * follows by messages.
     *
     * @param chosen members whom the person who submits has chosen for the steps right behind
     */
    public Start of(
            Actor actor,
            WorkflowRef ref,
            CompiledWorkflow workflow,
            String form,
            List<Submission> submissions,
            List<MemberId> chosen) {
        String schema = "\"" + actor.tenant().schema() + "\"";
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String start = workflow.start().key();
        String initiator = actor.id().value();
        UUID[] instances = fresh(submissions.size());
        UUID[] records = submissions.stream().map(Submission::record).toArray(UUID[]::new);
        String sentTo =
                chosen.isEmpty() ? null : chosen.stream().map(MemberId::value).collect(Collectors.joining(","));
        Integer[] versions = submissions.stream().map(Submission::version).toArray(Integer[]::new);
        List<Write> writes = List.of(
                all(
                        submissions.size(),
                        """
                        insert into %s.wf_instance (id, app, form, record, workflow, workflow_version, status, initiator,
                        started_at) select i, $3, $4, r, $5, $6::integer, 'RUNNING', $7, $8::timestamptz
                        from unnest($1::uuid[], $2::uuid[]) x(i, r)
                        """.formatted(schema),
                        instances,
                        records,
                        ref.app(),
                        form,
                        ref.key(),
                        ref.version(),
                        initiator,
                        now),
                all(
                        submissions.size(),
                        """
                        insert into %s.task (id, kind, status, assignee, instance, record, app, form, workflow,
                        workflow_version, node, decision, created_at, done_at, chosen)
                        select t, 'SUBMIT', 'DONE', $4, i, r, $5, $6, $7, $8::integer, $9, 'submit', $10::timestamptz, $10,
                        string_to_array($11, ',')
                        from unnest($1::uuid[], $2::uuid[], $3::uuid[]) x(t, i, r)
                        """.formatted(schema),
                        fresh(submissions.size()),
                        instances,
                        records,
                        initiator,
                        ref.app(),
                        form,
                        ref.key(),
                        ref.version(),
                        start,
                        now,
                        sentTo),
                all(
                        submissions.size(),
                        """
                        insert into %s.wf_timeline (id, instance, record, at, entry, node, actor, record_version, target)
                        select i, i, r, $4::timestamptz, 'submit', $5, $6, v, $7
                        from unnest($1::uuid[], $2::uuid[], $3::integer[]) x(i, r, v)
                        """.formatted(schema),
                        instances,
                        records,
                        versions,
                        now,
                        start,
                        initiator,
                        sentTo));
        return new Start(
                writes,
                IntStream.range(0, instances.length)
                        .mapToObj(i -> WorkflowTopic.start(records[i], instances[i]))
                        .toList(),
                chosen);
    }

    private UUID[] fresh(int count) {
        return Stream.generate(ids::next).limit(count).toArray(UUID[]::new);
    }

    private static Write all(int count, String sql, @Nullable Object... values) {
        Tuple tuple = Tuple.tuple();
        Arrays.asList(values).forEach(tuple::addValue);
        return Write.many(sql, tuple, count);
    }
}
