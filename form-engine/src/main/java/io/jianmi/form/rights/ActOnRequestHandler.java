package io.jianmi.form.rights;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carries out {@link ActOnRequest}. */
@Singleton
final class ActOnRequestHandler implements CommandHandler<ActOnRequest, UUID, ActOnRequestHandler.Loaded> {

    private final RequestStore store;
    private final RequestTerms terms;
    private final RequestSealer sealer;
    private final CarryingOut carrying;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    ActOnRequestHandler(
            RequestStore store,
            RequestTerms terms,
            RequestSealer sealer,
            CarryingOut carrying,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.sealer = sealer;
        this.carrying = carrying;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    record Loaded(SubjectRequest request, RequestTerm term) {}

    /** For whom the desk does not exist every request is missing. */
    @Override
    public Uni<Loaded> load(ActOnRequest command, Actor actor) {
        if (!PrivacyDesk.sits(actor)) {
            return Uni.createFrom().failure(ProblemException.of(CommonProblem.NOT_FOUND));
        }
        return store.find(actor.tenant(), command.id())
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .chain(request -> terms.of(actor.tenant())
                        .map(all -> new Loaded(
                                request,
                                all.stream()
                                        .filter(term -> term.law() == request.law())
                                        .findFirst()
                                        .orElseThrow())));
    }

    @Override
    public Permit authorize(ActOnRequest command, Loaded loaded, Actor actor) {
        return MakeRequestHandler.permit(actor);
    }

    @Override
    public Uni<Changes<UUID>> decide(ActOnRequest command, Loaded loaded, Actor actor) {
        SubjectRequest before = loaded.request();
        ActTerms said = ActTerms.read(command.act(), before.type(), command.body(), directory.of(actor.tenant()));
        RequestAct act = said.outcome().map(Outcome::act).orElse(command.act());
        RequestState next = before.state().after(act).orElseThrow(() -> ProblemException.of(RequestProblem.NOT_OPEN));
        if (act == RequestAct.EXTEND && before.extended() != null) {
            throw ProblemException.of(RequestProblem.EXTENDED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID done = ids.next();
        Uni<CarryingOut.Work> work = act == RequestAct.CARRY_OUT
                ? carrying.out(actor, before, said, command.language(), now)
                : Uni.createFrom().item(CarryingOut.Work.NONE);
        return work.chain(carried -> sealer.seal(actor.tenant(), done, before.subject(), act.key(), said.words())
                .map(words -> {
                    SubjectRequest after = after(loaded, said, act, next, carried, now);
                    RequestActs.Done entry = new RequestActs.Done(
                            done,
                            before.id(),
                            act.key(),
                            now,
                            actor.id().value(),
                            said.outcome().map(Outcome::key).orElse(null),
                            words.orElse(null));
                    return changes(actor, act, after, entry, carried);
                }));
    }

    private static SubjectRequest after(
            Loaded loaded, ActTerms said, RequestAct act, RequestState next, CarryingOut.Work carried, Instant now) {
        SubjectRequest before = loaded.request();
        boolean extending = act == RequestAct.EXTEND;
        boolean closes = next.closed() && !before.state().closed();
        return new SubjectRequest(
                before.id(),
                before.number(),
                before.type(),
                before.subject(),
                before.law(),
                before.channel(),
                next,
                before.received(),
                extending ? loaded.term().extended(before.due()) : before.due(),
                extending ? now : before.extended(),
                said.assignee().orElse(before.assignee()),
                before.note(),
                said.outcome().orElse(before.outcome()),
                carried.job().orElse(before.job()),
                before.version(),
                before.createdAt(),
                before.createdBy(),
                closes ? now : before.closedAt());
    }

    private static Changes<UUID> changes(
            Actor actor, RequestAct act, SubjectRequest after, RequestActs.Done done, CarryingOut.Work carried) {
        Map<String, Object> context = new HashMap<>();
        context.put("subject", after.subject().toString());
        context.put("type", after.type().key());
        context.put("state", after.state().key());
        Optional.ofNullable(done.outcome()).ifPresent(outcome -> context.put("outcome", outcome));
        carried.job().ifPresent(job -> context.put("job", job.toString()));
        if (act == RequestAct.ASSIGN) {
            context.put("assignee", String.valueOf(after.assignee()));
        } else if (act == RequestAct.EXTEND) {
            context.put("due", after.due().toString());
        }
        List<Write> writes = new ArrayList<>(carried.writes());
        writes.add(RequestStore.update(actor.tenant(), after));
        writes.add(RequestActs.insert(actor.tenant(), done));
        List<AuditDraft> audit = new ArrayList<>();
        audit.add(AuditDraft.of("rights." + act.key(), "rights/" + after.id()).with(context));
        audit.addAll(carried.audit());
        return new Changes<>(writes, audit, List.of(), after::id);
    }
}
