package io.jianmi.workflow.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.Cap;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.form.record.SampleRecord;
import io.jianmi.workflow.assignee.Assignees.Found;
import io.jianmi.workflow.compile.Choosing;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowDesk;
import io.jianmi.workflow.instance.InstanceFacts;
import io.jianmi.workflow.instance.Summons;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.FieldView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries out the draft of a workflow with a sample that the designer has typed in. Nothing is stored, no record is read. */
@Singleton
final class TrialDesk {

    private final WorkflowDesk workflows;
    private final OrgDirectory directory;
    private final Ids ids;

    TrialDesk(WorkflowDesk workflows, OrgDirectory directory, Ids ids) {
        this.workflows = workflows;
        this.directory = directory;
        this.ids = ids;
    }

    /**
     * What a designer asks.
     *
     * @param initiator who would submit it
     * @param data the sample, as {@code POST records} takes it
     */
    record Question(Actor initiator, ObjectNode data) {}

    /** Walks the draft; {@code answers} to the steps of people in the order in which they are asked. */
    Uni<TrialCourse> simulate(Actor actor, String app, String key, Question question, List<String> answers) {
        return workflows
                .runnable(actor, app, key)
                .map(draft -> new Trial(
                                draft.workflow(),
                                directory.of(actor.tenant()),
                                question.initiator(),
                                sample(draft.form(), question),
                                view -> shown(draft.form(), view),
                                answers)
                        .run());
    }

    /** Whom each step would ask, by node key; what was decided before is not known and keeps nobody out. */
    Uni<Map<String, Found>> assignees(Actor actor, String app, String key, Question question) {
        return workflows.runnable(actor, app, key).map(draft -> {
            Org org = directory.of(actor.tenant());
            Sample sample = sample(draft.form(), question);
            InstanceFacts facts =
                    new InstanceFacts(sample::values, org, question.initiator().id());
            CompiledWorkflow workflow = draft.workflow();
            Summons summons =
                    new Summons(workflow.blocks(), org, question.initiator().id(), facts);
            Map<String, Found> found = new LinkedHashMap<>();
            for (CompiledNode node : workflow.nodes()) {
                Choosing.rule(node)
                        .ifPresent(rule -> found.put(
                                node.key(), summons.foresee(node, rule, kept(summons, node), workflow.choosing())));
            }
            return found;
        });
    }

    private static Set<MemberId> kept(Summons summons, CompiledNode node) {
        return node.duty() instanceof Duty.Work work ? summons.excluded(node, work.sign(), List.of()) : Set.of();
    }

    private Sample sample(CompiledForm form, Question question) {
        return new Typed(SampleRecord.of(form, question.initiator(), question.data(), ids));
    }

    /** What a view shows of each field, cut down by the caps that always stand. */
    private static Map<String, FieldAccess> shown(CompiledForm form, FieldView view) {
        Map<String, FieldAccess> shown = new LinkedHashMap<>();
        form.fields().forEach(field -> shown.put(field.key(), capped(field, view.of(field.key()))));
        return shown;
    }

    private static FieldAccess capped(CompiledField field, FieldAccess declared) {
        FieldAccess access = declared;
        for (Cap cap : Cap.TAG) {
            if (cap.appliesOrFails(field.key(), field.level()) && access.compareTo(cap.ceiling()) > 0) {
                access = cap.ceiling();
            }
        }
        return access;
    }

    private record Typed(SampleRecord record) implements Sample {
        @Override
        public Map<String, Object> values() {
            return record.values();
        }

        @Override
        public Sample with(Map<String, Given> set) {
            return new Typed(record.with(set));
        }
    }
}
