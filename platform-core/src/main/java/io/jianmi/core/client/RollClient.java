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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives a client a new key.
 *
 * @param overlap whether the key that counted counts for a day more
 */
record RollClient(UUID id, int revision, boolean overlap) implements Command<Keyed> {

    private static final Duration OVERLAP = Duration.ofHours(24);

    @Override
    public String action() {
        return "api-client.roll";
    }

    @Override
    public String target() {
        return "api-client/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<RollClient, Keyed, Client> {

        private final ClientFacts facts;
        private final KeyMaker keys;
        private final KnownClients known;

        Handler(ClientFacts facts, KeyMaker keys, KnownClients known) {
            this.facts = facts;
            this.keys = keys;
            this.known = known;
        }

        @Override
        public Uni<Client> load(RollClient command, Actor actor) {
            Administrators.require(actor);
            return facts.standing(actor.tenant(), command.id());
        }

        @Override
        public Permit authorize(RollClient command, Client client, Actor actor) {
            return Administrators.permit(actor);
        }

        @Override
        public Uni<Changes<Keyed>> decide(RollClient command, Client client, Actor actor) {
            ClientFacts.changeable(client, command.revision());
            ApiKey key = keys.make();
            Instant now = facts.now();
            Instant until = command.overlap() ? now.plus(OVERLAP) : null;
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of("overlap", Boolean.toString(command.overlap())));
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(ClientStore.roll(actor.tenant(), client, key, now, until)),
                            audit,
                            List.of(),
                            () -> {
                                known.changed(actor.tenant(), KnownClients.TOPIC);
                                return new Keyed(client, key);
                            }));
        }
    }
}
