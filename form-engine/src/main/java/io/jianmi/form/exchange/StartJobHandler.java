package io.jianmi.form.exchange;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.Grants;
import io.jianmi.form.record.RecordProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries out {@link StartJob}: who may, and that he did. */
@Singleton
final class StartJobHandler implements CommandHandler<StartJob, Job, Grants> {

    @Override
    public Uni<Grants> load(StartJob command, Actor actor) {
        return Uni.createFrom().item(command.form().access().matching(actor));
    }

    @Override
    public Permit authorize(StartJob command, Grants grants, Actor actor) {
        return new Permit(
                RecordProblem.refusal(grants, command.job().kind().action()),
                command.form().policy());
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
        return Uni.createFrom()
                .item(Changes.of(List.of(JobStore.insert(job)), entry, List.of(), () -> job)
                        .making(job.id()));
    }
}
