package io.jianmi.core.client;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Gives a client a new key.
 *
 * @param overlap whether the key that counted counts for a day more
 */
record RollClient(UUID id, int revision, boolean overlap) implements ChangedClient.Change<Keyed> {

    private static final Duration OVERLAP = Duration.ofHours(24);

    @Override
    public String action() {
        return "api-client.roll";
    }

    @Singleton
    static final class Handler extends ChangedClient<RollClient, Keyed> {

        private final ClientFacts facts;
        private final KeyMaker keys;

        Handler(ClientFacts facts, KeyMaker keys, KnownClients known) {
            super(facts, known);
            this.facts = facts;
            this.keys = keys;
        }

        @Override
        Outcome<Keyed> change(RollClient command, Client client, Actor actor) {
            ApiKey key = keys.make();
            Instant now = facts.now();
            Instant until = command.overlap() ? now.plus(OVERLAP) : null;
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of("overlap", Boolean.toString(command.overlap())));
            return new Outcome<>(
                    ClientStore.roll(actor.tenant(), client, key, now, until), audit, new Keyed(client, key));
        }
    }
}
