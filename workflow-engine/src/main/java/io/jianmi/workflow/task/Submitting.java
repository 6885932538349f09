package io.jianmi.workflow.task;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.record.RecordWorkflow.NextStep;
import io.jianmi.form.record.RecordWorkflow.Start;
import io.jianmi.form.record.RecordWorkflow.Submission;
import io.jianmi.workflow.compile.Choosing;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.instance.InstanceStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which workflow a submitted record starts, and to whom whoever submits it sends it. */
@Singleton
final class Submitting {

    private final WorkflowCatalog catalog;
    private final InstanceStart starts;
    private final OrgDirectory directory;

    Submitting(WorkflowCatalog catalog, InstanceStart starts, OrgDirectory directory) {
        this.catalog = catalog;
        this.starts = starts;
        this.directory = directory;
    }

    private record Candidate(WorkflowRef ref, CompiledWorkflow workflow) {

        boolean starts(Map<String, Object> user, Map<String, Object> values) {
            if (workflow.startWhen().isEmpty()) {
                return true;
            }
            Map<String, Object> inputs = new HashMap<>(values);
            inputs.put("user", user);
            return workflow.startWhen().get().holds(inputs);
        }
    }

    /**
     * Each record starts the first workflow whose condition it fulfils.
     *
     * @param to of a person who is asked whom he sends it to; refused where he chooses nobody although he has to, or there is nothing
     *     to choose
     */
    Uni<Optional<Start>> start(Actor actor, String form, List<Submission> submissions, Optional<List<String>> to) {
        return candidates(actor, form).map(candidates -> start(actor, form, candidates, submissions, to));
    }

    /** For which steps a record with these values would have its person choose. */
    Uni<List<NextStep>> chosen(Actor actor, String form, Map<String, Object> values) {
        return candidates(actor, form)
                .map(candidates -> candidates.stream()
                        .filter(candidate -> candidate.starts(UserContext.of(actor), values))
                        .findFirst()
                        .map(candidate -> steps(candidate.workflow()))
                        .orElse(List.of()));
    }

    private static List<NextStep> steps(CompiledWorkflow workflow) {
        return workflow.choosing().after(workflow.start().key()).stream()
                .map(step -> new NextStep(step.key(), step.definition().title(), Choosing.demanded(step)))
                .toList();
    }

    private Optional<Start> start(
            Actor actor,
            String form,
            List<Candidate> candidates,
            List<Submission> submissions,
            Optional<List<String>> to) {
        List<Submission> left = new ArrayList<>(submissions);
        List<Write> writes = new ArrayList<>();
        List<OutboxMessage> messages = new ArrayList<>();
        Set<MemberId> chosen = new LinkedHashSet<>();
        Map<String, Object> user = UserContext.of(actor);
        candidates.forEach(candidate -> {
            List<Submission> mine = left.stream()
                    .filter(submission -> submission
                                    .workflow()
                                    .map(candidate.ref().key()::equals)
                                    .orElse(true)
                            && candidate.starts(user, submission.values()))
                    .toList();
            if (!mine.isEmpty()) {
                left.removeAll(mine);
                List<MemberId> people = people(actor, candidate.workflow(), to);
                Start start = starts.of(actor, candidate.ref(), candidate.workflow(), form, mine, people);
                writes.addAll(start.writes());
                messages.addAll(start.messages());
                chosen.addAll(people);
            }
        });
        if (chosen.isEmpty() && to.filter(names -> !names.isEmpty()).isPresent()) {
            throw TaskProblem.NOTHING_TO_CHOOSE.at("/to");
        }
        return messages.isEmpty() ? Optional.empty() : Optional.of(new Start(writes, messages, List.copyOf(chosen)));
    }

    private List<MemberId> people(Actor actor, CompiledWorkflow workflow, Optional<List<String>> to) {
        return to.map(names -> NextPeople.ofSubmission(workflow, names, directory.of(actor.tenant()), actor.id()))
                .orElse(List.of());
    }

    private Uni<List<Candidate>> candidates(Actor actor, String form) {
        return Multi.createFrom()
                .iterable(catalog.current(actor.tenant(), form))
                .onItem()
                .transformToUniAndConcatenate(
                        ref -> catalog.load(actor.tenant(), ref).map(workflow -> new Candidate(ref, workflow)))
                .collect()
                .asList();
    }
}
