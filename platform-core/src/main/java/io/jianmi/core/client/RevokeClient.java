package io.jianmi.core.client;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Ends a client for good. It stays known by name: histories tell of it. */
record RevokeClient(UUID id, int revision) implements ChangedClient.Change<Boolean> {

    @Override
    public String action() {
        return "api-client.revoke";
    }

    @Singleton
    static final class Handler extends ChangedClient<RevokeClient, Boolean> {

        private final ClientFacts facts;

        Handler(ClientFacts facts, KnownClients known) {
            super(facts, known);
            this.facts = facts;
        }

        @Override
        Outcome<Boolean> change(RevokeClient command, Client client, Actor actor) {
            return new Outcome<>(
                    ClientStore.revoke(actor.tenant(), client, actor, facts.now()),
                    AuditDraft.of(command.action(), command.target()),
                    true);
        }
    }
}
