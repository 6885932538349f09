package io.jianmi.workflow.task;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.WorkflowProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/** Carries out {@link EndErased}: as an administrator would, in nobody's name, and without news to anybody about a record that goes. */
@Singleton
final class EndErasedHandler implements CommandHandler<EndErased, Boolean, LoadedInstance> {

    /** The relay may move the instance meanwhile: then it is ended where it stands now. */
    private static final int TRIES = 5;

    private final InstanceStore store;
    private final Ids ids;
    private final InstantSource clock;

    EndErasedHandler(InstanceStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<LoadedInstance> load(EndErased command, Actor actor) {
        return store.newest(actor.tenant(), command.form(), command.record())
                .map(found -> found.filter(loaded -> loaded.status() == InstanceStatus.RUNNING)
                        .orElseThrow(() -> ProblemException.of(WorkflowProblem.NO_INSTANCE)));
    }

    @Override
    public Permit authorize(EndErased command, LoadedInstance loaded, Actor actor) {
        String policy = loaded.instance().workflow().processId();
        return actor.system()
                ? Permit.allow(policy)
                : Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), policy);
    }

    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Uni<Changes<Boolean>> decide(EndErased command, LoadedInstance loaded, Actor actor) {
        return Uni.createFrom().item(() -> changes(command, loaded, actor.tenant()));
    }

    private Changes<Boolean> changes(EndErased command, LoadedInstance loaded, TenantKey tenant) {
        UUID entry = ids.next();
        SystemEnd end = SystemEnd.of(loaded, tenant, clock.instant(), entry, "erased");
        AuditDraft audit = AuditDraft.of(command.action(), command.target())
                .with(end.toldWith("erasure", command.erasure().toString()))
                .as(entry);
        return Changes.of(end.writes(), audit, end.plan().messages(), () -> true);
    }
}
