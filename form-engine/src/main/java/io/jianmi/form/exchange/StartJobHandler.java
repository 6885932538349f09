package io.jianmi.form.exchange;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.record.BulkRecords;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out {@link StartJob}: who may, and that he did. */
@Singleton
final class StartJobHandler implements CommandHandler<StartJob, Job, Grants> {

    @Override
    public Uni<Grants> load(StartJob command, Actor actor) {
        return Uni.createFrom().item(command.form().access().matching(actor));
    }

    @Override
    public Permit authorize(StartJob command, Grants grants, Actor actor) {
        String policy = command.form().policy();
        return refusal(grants, action(command.job().kind()))
                .map(problem -> Permit.refuse(problem, policy))
                .orElseGet(() -> Permit.allow(policy));
    }

    private static RecordAction action(Job.Kind kind) {
        return kind == Job.Kind.IMPORT ? RecordAction.IMPORT : RecordAction.EXPORT;
    }

    /** Somebody of no group does not know the form; somebody without the action does, and is told. */
    static Optional<ProblemException> refusal(Grants grants, RecordAction action) {
        if (grants.groups().isEmpty()) {
            return Optional.of(ProblemException.of(CommonProblem.NOT_FOUND));
        }
        return grants.ever(action) ? Optional.empty() : Optional.of(BulkRecords.refused(action));
    }

    @Override
    public Uni<Changes<Job>> decide(StartJob command, Grants grants, Actor actor) {
        Job job = command.job();
        Map<String, Object> context = new HashMap<>();
        context.put("job", job.id().toString());
        context.put("format", command.format());
        context.put("dryRun", String.valueOf(job.dryRun()));
        job.total().ifPresent(total -> context.put("rows", total));
        AuditDraft entry = AuditDraft.of(command.action(), command.target()).with(context);
        return Uni.createFrom().item(Changes.of(List.of(JobStore.insert(job)), entry, List.of(), () -> job));
    }
}
