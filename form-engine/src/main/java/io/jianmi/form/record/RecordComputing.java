package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordWorkflow.NextStep;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What a record comes to that is not saved yet. Nothing is stored. */
@Singleton
final class RecordComputing {

    private final LinkedDefaults linked;
    private final RecordWorkflow workflow;
    private final OrgDirectory directory;
    private final ReadLog reads;
    private final Ids ids;

    RecordComputing(LinkedDefaults linked, RecordWorkflow workflow, OrgDirectory directory, ReadLog reads, Ids ids) {
        this.linked = linked;
        this.workflow = workflow;
        this.directory = directory;
        this.reads = reads;
        this.ids = ids;
    }

    /**
     * What defaults, formulas and rules make of it, and for which steps its person would choose who acts on them, under the actor's
     * access.
     */
    Uni<ObjectNode> compute(Actor actor, CompiledForm form, ObjectNode data, String language) {
        RowAccess access = form.access().matching(actor).creating();
        if (!access.visible()) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(
                    actor, AuditDraft.of("record.compute", "form/" + form.key()).under(form.policy()), problem);
            throw problem;
        }
        Map<String, Object> user = UserContext.of(actor);
        RecordInput.Parsed input = RecordInput.forNew(form, access, data, "/data", ids);
        return linked.of(actor, form, List.of(input.typed()))
                .map(found -> RecordLogic.begin(
                        form,
                        user,
                        input.typed(),
                        found.get(0),
                        true,
                        field -> access.of(field) != FieldAccess.HIDDEN,
                        "/data"))
                .chain(outcome -> chosen(actor, form, access, RecordLogic.variables(form, user, outcome.values()))
                        .map(steps -> {
                            ObjectNode answer = computed(form, directory.of(actor.tenant()), access, input, outcome);
                            ArrayNode chooses = answer.putArray("chooses");
                            steps.forEach(step -> chooses.addObject()
                                    .put("node", step.node())
                                    .put("title", step.title().in(language, step.node()))
                                    .put("required", step.required()));
                            return answer;
                        }));
    }

    /** Of steps only those are told who may submit. */
    private Uni<List<NextStep>> chosen(
            Actor actor, CompiledForm form, RowAccess access, Map<String, Object> variables) {
        return access.allows(RecordAction.CREATE) && workflow.bound(actor.tenant(), form.key())
                ? workflow.chosenAtSubmission(actor, form.key(), variables)
                : Uni.createFrom().item(List.of());
    }

    private static ObjectNode computed(
            CompiledForm form, Org org, RowAccess access, RecordInput.Parsed input, RecordLogic.Outcome outcome) {
        ObjectNode answer = Json.NODES.objectNode();
        ObjectNode values = answer.putObject("data");
        outcome.values().forEach((key, value) -> {
            if (access.of(key).atLeast(FieldAccess.READ)) {
                values.set(key, ComputedValues.told(form, key, value, org));
            }
        });
        outcome.shown().stream()
                .filter(key -> access.of(key) != FieldAccess.HIDDEN)
                .forEach(answer.putArray("shown")::add);
        outcome.required().stream()
                .filter(key -> access.of(key) != FieldAccess.HIDDEN)
                .forEach(answer.putArray("required")::add);
        answer.set("findings", Json.MAPPER.valueToTree(input.and(outcome.findings())));
        return answer;
    }
}
