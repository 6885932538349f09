package io.jianmi.form.rights;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.KnownSubjects;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries out {@link MakeRequest}. */
@Singleton
final class MakeRequestHandler implements CommandHandler<MakeRequest, UUID, MakeRequestHandler.Loaded> {

    private final KnownSubjects subjects;
    private final RequestTerms terms;
    private final RequestSealer sealer;
    private final Ids ids;
    private final InstantSource clock;

    MakeRequestHandler(KnownSubjects subjects, RequestTerms terms, RequestSealer sealer, Ids ids, InstantSource clock) {
        this.subjects = subjects;
        this.terms = terms;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param known whether the tenant has records of the person */
    record Loaded(boolean known, List<RequestTerm> terms) {}

    /** For whom the desk does not exist nothing is looked up. */
    @Override
    public Uni<Loaded> load(MakeRequest command, Actor actor) {
        if (!PrivacyDesk.sits(actor)) {
            return Uni.createFrom().item(new Loaded(false, List.of()));
        }
        Uni<Boolean> known = RequestEntry.subject(command.body())
                .map(subject -> subjects.known(actor.tenant(), subject))
                .orElseGet(() -> Uni.createFrom().item(false));
        return known.chain(found -> terms.of(actor.tenant()).map(all -> new Loaded(found, all)));
    }

    static Permit permit(Actor actor) {
        return PrivacyDesk.sits(actor)
                ? Permit.allow(MakeRequest.POLICY)
                : Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), MakeRequest.POLICY);
    }

    @Override
    public Permit authorize(MakeRequest command, Loaded loaded, Actor actor) {
        return permit(actor);
    }

    @Override
    public Uni<Changes<UUID>> decide(MakeRequest command, Loaded loaded, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RequestEntry entry = RequestEntry.read(command.body(), loaded.known(), loaded.terms(), now);
        UUID id = ids.next();
        return sealer.seal(actor.tenant(), id, entry.subject(), RequestSealer.NOTE, entry.note())
                .map(note -> {
                    SubjectRequest made = new SubjectRequest(
                            id,
                            0,
                            entry.type(),
                            entry.subject(),
                            entry.term().law(),
                            entry.channel(),
                            RequestState.RECEIVED,
                            entry.received(),
                            entry.term().due(entry.received()),
                            null,
                            null,
                            note.orElse(null),
                            null,
                            null,
                            1,
                            now,
                            actor.id().value(),
                            null);
                    return changes(actor, command, made);
                });
    }

    private Changes<UUID> changes(Actor actor, MakeRequest command, SubjectRequest made) {
        RequestActs.Done done =
                new RequestActs.Done(ids.next(), made.id(), "create", made.createdAt(), made.createdBy(), null, null);
        AuditDraft entry = AuditDraft.of(command.action(), "rights/" + made.id())
                .with(Map.of(
                        "subject", made.subject().toString(),
                        "type", made.type().key(),
                        "law", made.law().key(),
                        "due", made.due().toString()));
        return Changes.of(
                        List.of(RequestStore.insert(actor.tenant(), made), RequestActs.insert(actor.tenant(), done)),
                        entry,
                        List.of(),
                        made::id)
                .making(made.id());
    }
}
