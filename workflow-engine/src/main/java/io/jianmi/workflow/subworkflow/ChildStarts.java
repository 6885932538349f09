package io.jianmi.workflow.subworkflow;

import io.jianmi.core.command.Changes;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.record.AutomationRecords;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.form.record.RecordWorkflow;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.automation.Computed;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.node.Children;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Works out whose workflows start at a node, and what is to be written for that; writes nothing by itself. */
@Singleton
public final class ChildStarts {

    /** Starters of starters; more means that workflows start each other for ever. */
    private static final int MOST_DEPTH = 10;

    /** Workflows that one step starts. */
    private static final int MOST_CHILDREN = 200;

    private final WorkflowRecords records;
    private final AutomationRecords others;
    private final OrgDirectory directory;

    public ChildStarts(WorkflowRecords records, AutomationRecords others, OrgDirectory directory) {
        this.records = records;
        this.others = others;
        this.directory = directory;
    }

    /** All of them or none: a refusal of one is a refusal of the step. */
    Uni<Begun> of(TenantKey tenant, Launching at) {
        if (at.depth() >= MOST_DEPTH) {
            return Uni.createFrom().failure(ProblemException.of(SubworkflowProblem.TOO_DEEP));
        }
        Instance instance = at.instance();
        Actor initiator = directory.of(tenant).actor(instance.initiator()).orElseGet(() -> Actor.system(tenant));
        return records.facts(tenant, instance.form(), instance.record())
                .map(facts -> Computed.of(at.compiledNode(), facts.values(), initiator))
                .chain(computed -> at.duty().children() instanceof Children.Related related
                        ? related(at, initiator, computed.related(related.through()))
                        : made(at, initiator, (Children.Made) at.duty().children(), computed));
    }

    private Uni<Begun> related(Launching at, Actor initiator, Collection<UUID> named) {
        if (named.isEmpty()) {
            return Uni.createFrom().item(Begun.NOTHING);
        }
        few(named.size());
        return others.begin(initiator, at.form(), List.copyOf(named), at.duty().workflow())
                .map(begun -> new Begun(
                        begun.versions(),
                        begun.start().map(RecordWorkflow.Start::writes).orElse(List.of()),
                        List.of(),
                        begun.start().map(RecordWorkflow.Start::messages).orElse(List.of())));
    }

    private Uni<Begun> made(Launching at, Actor initiator, Children.Made made, Computed computed) {
        List<Computed> rows = rows(made, computed);
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Begun.NOTHING);
        }
        few(rows.size());
        List<Map<String, Given>> values = new ArrayList<>(rows.size());
        for (Computed row : rows) {
            Map<String, Given> one = row.values(made.create().values());
            made.create()
                    .relation()
                    .ifPresent(field ->
                            one.put(field, Given.clear(at.instance().record().toString())));
            values.add(one);
        }
        return others.create(initiator, at.form(), values, at.duty().workflow()).map(ChildStarts::begun);
    }

    private static List<Computed> rows(Children.Made made, Computed computed) {
        if (made.each().isEmpty()) {
            return List.of(computed);
        }
        List<Computed> rows = new ArrayList<>();
        if (computed.inputs().get(made.each().get()) instanceof Collection<?> list) {
            list.forEach(row -> rows.add(computed.row((Map<?, ?>) row)));
        }
        return rows;
    }

    private static Begun begun(Changes<List<UUID>> made) {
        Map<UUID, Integer> versions = new LinkedHashMap<>();
        made.answer().get().forEach(record -> versions.put(record, 1));
        return new Begun(versions, made.writes(), made.audit(), made.followUps());
    }

    private static void few(int count) {
        if (count > MOST_CHILDREN) {
            throw ProblemException.of(SubworkflowProblem.TOO_MANY);
        }
    }
}
