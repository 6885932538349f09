package io.jianmi.form.exchange;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.record.RecordProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries out {@link ContinueImport}; what becomes of the single records their own commands decide. */
@Singleton
final class ContinueImportHandler implements CommandHandler<ContinueImport, UUID, Grants> {

    @Override
    public Uni<Grants> load(ContinueImport command, Actor actor) {
        return Uni.createFrom().item(command.form().access().matching(actor));
    }

    @Override
    public Permit authorize(ContinueImport command, Grants grants, Actor actor) {
        return new Permit(
                RecordProblem.refusal(grants, RecordAction.IMPORT),
                command.form().policy());
    }

    @Override
    public Uni<Changes<UUID>> decide(ContinueImport command, Grants grants, Actor actor) {
        Job job = command.job();
        AuditDraft entry = AuditDraft.of(command.action(), command.target())
                .with(Map.of("job", job.id().toString()));
        return Uni.createFrom().item(Changes.of(command.step().writes(job), entry, List.of(), job::id));
    }
}
