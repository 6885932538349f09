package io.jianmi.core.client;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Ends a client for good. It stays known by name: histories tell of it. */
record RevokeClient(UUID id, int revision) implements Command<Boolean> {

    @Override
    public String action() {
        return "api-client.revoke";
    }

    @Override
    public String target() {
        return "api-client/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<RevokeClient, Boolean, Client> {

        private final ClientFacts facts;
        private final KnownClients known;

        Handler(ClientFacts facts, KnownClients known) {
            this.facts = facts;
            this.known = known;
        }

        @Override
        public Uni<Client> load(RevokeClient command, Actor actor) {
            Administrators.require(actor);
            return facts.standing(actor.tenant(), command.id());
        }

        @Override
        public Permit authorize(RevokeClient command, Client client, Actor actor) {
            return Administrators.permit(actor);
        }

        @Override
        public Uni<Changes<Boolean>> decide(RevokeClient command, Client client, Actor actor) {
            ClientFacts.changeable(client, command.revision());
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(ClientStore.revoke(actor.tenant(), client, actor, facts.now())),
                            AuditDraft.of(command.action(), command.target()),
                            List.of(),
                            () -> {
                                known.changed(actor.tenant(), KnownClients.TOPIC);
                                return true;
                            }));
        }
    }
}
