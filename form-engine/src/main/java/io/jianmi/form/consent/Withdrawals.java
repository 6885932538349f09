package io.jianmi.form.consent;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consents that are taken back within another command, such as an objection that the desk grants. */
@Singleton
public final class Withdrawals {

    private final ConsentLedger ledger;
    private final Ids ids;

    Withdrawals(ConsentLedger ledger, Ids ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    /** One entry of the ledger, and the one of the log about it. */
    public record Withdrawal(Write write, AuditDraft audit) {}

    /** Of these events of the person those that still stand; others are left out. */
    public Uni<List<Withdrawal>> of(Actor actor, UUID subject, Collection<UUID> events, Instant now) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> ledger.find(actor.tenant(), event))
                .collect()
                .asList()
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .filter(entry ->
                                entry.stands() && entry.event().subject().equals(subject))
                        .map(entry -> withdrawal(actor, event(actor, entry.event(), null, ids.next(), now)))
                        .toList());
    }

    private static Withdrawal withdrawal(Actor actor, ConsentEvent event) {
        return new Withdrawal(
                ConsentLedger.add(actor.tenant(), event), ConsentEntries.entry("consent.withdraw", event));
    }

    /** What takes an agreement back. */
    static ConsentEvent event(
            Actor actor, ConsentEvent grant, ConsentEvent.@Nullable Channel channel, UUID id, Instant now) {
        return new ConsentEvent(
                id,
                grant.subject(),
                grant.notice(),
                grant.purpose(),
                ConsentEvent.Act.WITHDRAW,
                now,
                actor.id().value(),
                new ConsentEvent.Source(
                        grant.source().form(), null, grant.source().field(), channel, grant.id()));
    }
}
