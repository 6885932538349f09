package io.jianmi.core.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a client.
 *
 * @param body as it was sent; read only after it is known that the actor may
 * @param request the caller's key for this request
 */
record MakeClient(UUID id, JsonNode body, Optional<Idempotency.Request> request) implements Command<Keyed> {

    @Override
    public String action() {
        return "api-client.create";
    }

    @Override
    public String target() {
        return "api-client/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<MakeClient, Keyed, ClientForm.Known> {

        private final ClientFacts facts;
        private final KeyMaker keys;
        private final KnownClients known;

        Handler(ClientFacts facts, KeyMaker keys, KnownClients known) {
            this.facts = facts;
            this.keys = keys;
            this.known = known;
        }

        @Override
        public Uni<ClientForm.Known> load(MakeClient command, Actor actor) {
            Administrators.require(actor);
            return facts.known(actor.tenant());
        }

        @Override
        public Permit authorize(MakeClient command, ClientForm.Known loaded, Actor actor) {
            return Administrators.permit(actor);
        }

        @Override
        public Uni<Changes<Keyed>> decide(MakeClient command, ClientForm.Known loaded, Actor actor) {
            ClientForm form = new ClientForm(command.body(), loaded, facts.now());
            List<Finding> findings = new ArrayList<>();
            ClientForm.Terms terms = form.terms(Optional.empty(), findings);
            ClientForm.Bond bond = form.bond(findings);
            ClientForm.check(findings);
            ApiKey key = keys.make();
            Client made = new Client(
                    command.id(),
                    terms.name(),
                    bond.roles(),
                    bond.terms(),
                    terms.networks(),
                    terms.perMinute(),
                    terms.expiresAt(),
                    new Client.Keys(key.lookup(), null, null),
                    key.hint(),
                    1,
                    facts.now(),
                    actor.id().value(),
                    null,
                    null,
                    null);
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "roles",
                                    String.join(
                                            " ", made.roles().stream().sorted().toList()),
                            "purpose", made.terms().purpose(),
                            "ceiling", made.terms().ceiling().key(),
                            "until", made.expiresAt().toString()));
            Changes<Keyed> changes =
                    Changes.of(List.of(ClientStore.insert(actor.tenant(), made)), audit, List.of(), () -> {
                        known.changed(actor.tenant(), KnownClients.TOPIC);
                        return new Keyed(made, key);
                    });
            return Uni.createFrom().item(changes.making(made.id()));
        }
    }
}
