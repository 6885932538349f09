package io.jianmi.form.consent;

import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.privacy.consent.ConsentEvent.Channel;
import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carries out {@link WithdrawConsent}, of what a record captured as of what the desk was told. */
@Singleton
final class WithdrawConsentHandler implements CommandHandler<WithdrawConsent, UUID, ConsentLedger.Entry> {

    private static final int TRIES = 2;

    private final ConsentLedger ledger;
    private final Ids ids;
    private final InstantSource clock;

    WithdrawConsentHandler(ConsentLedger ledger, Ids ids, InstantSource clock) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** For whom the desk does not exist every event is missing. */
    @Override
    public Uni<ConsentLedger.Entry> load(WithdrawConsent command, Actor actor) {
        Uni<Optional<ConsentLedger.Entry>> found = PrivacyDesk.sits(actor)
                ? ledger.find(actor.tenant(), command.id())
                : Uni.createFrom().item(Optional.empty());
        return found.map(entry -> entry.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    @Override
    public Permit authorize(WithdrawConsent command, ConsentLedger.Entry given, Actor actor) {
        return ConsentEntries.permit(actor);
    }

    @Override
    public Uni<Changes<UUID>> decide(WithdrawConsent command, ConsentLedger.Entry given, Actor actor) {
        Optional<Channel> channel = channel(command);
        if (!given.stands()) {
            throw ProblemException.of(ConsentProblem.NOT_GIVEN);
        }
        ConsentEvent event = Withdrawals.event(
                actor,
                given.event(),
                channel.orElse(null),
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Uni.createFrom().item(ConsentEntries.changes(actor, command, event));
    }

    private static Optional<Channel> channel(WithdrawConsent command) {
        Optional<Channel> channel = command.channel().flatMap(Channel::of);
        if (channel.isEmpty() && command.channel().isPresent()) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "channel"));
        }
        return channel;
    }

    /** Of two who take the same back at once the second learns that nothing is left to take back. */
    @Override
    public int tries() {
        return TRIES;
    }
}
