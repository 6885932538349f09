package io.jianmi.form.visitor;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries out {@link RenewLink}. The log is told that there is a new link, never which. */
@Singleton
final class RenewLinkHandler implements CommandHandler<RenewLink, PublicLink, Boolean> {

    private static final int TOKEN_BYTES = 18;

    private final LinkStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    RenewLinkHandler(LinkStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether he administers links of this form. */
    @Override
    public Uni<Boolean> load(RenewLink command, Actor actor) {
        return Uni.createFrom().item(PublicLinks.administers(actor, command.form()));
    }

    @Override
    public Permit authorize(RenewLink command, Boolean administers, Actor actor) {
        return administers
                ? Permit.allow(command.policy())
                : Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), command.policy());
    }

    @Override
    public Uni<Changes<PublicLink>> decide(RenewLink command, Boolean administers, Actor actor) {
        if (!PublicLinks.open(command.form())) {
            return Uni.createFrom().failure(ProblemException.of(VisitorProblem.NOT_OPEN));
        }
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PublicLink link = new PublicLink(
                command.form().key(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                now,
                actor.id().value(),
                command.until());
        Map<String, Object> context = new HashMap<>();
        if (command.until() != null) {
            context.put("until", command.until().toString());
        }
        AuditDraft entry = AuditDraft.of(command.action(), command.target()).with(context);
        return Uni.createFrom()
                .item(Changes.of(List.of(store.put(actor.tenant(), link)), entry, List.of(), () -> link));
    }
}
