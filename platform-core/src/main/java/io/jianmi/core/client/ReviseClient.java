package io.jianmi.core.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes what a client is called, where it may come from, how fast and how long. What it may see stands for good. */
record ReviseClient(UUID id, int revision, JsonNode body) implements Command<Boolean> {

    private static final Set<String> BOND = Set.of("roles", "purpose", "ceiling");

    @Override
    public String action() {
        return "api-client.update";
    }

    @Override
    public String target() {
        return "api-client/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<ReviseClient, Boolean, Client> {

        private final ClientFacts facts;
        private final KnownClients known;

        Handler(ClientFacts facts, KnownClients known) {
            this.facts = facts;
            this.known = known;
        }

        @Override
        public Uni<Client> load(ReviseClient command, Actor actor) {
            Administrators.require(actor);
            return facts.standing(actor.tenant(), command.id());
        }

        @Override
        public Permit authorize(ReviseClient command, Client client, Actor actor) {
            return Administrators.permit(actor);
        }

        @Override
        public Uni<Changes<Boolean>> decide(ReviseClient command, Client client, Actor actor) {
            ClientFacts.changeable(client, command.revision());
            List<Finding> findings = new ArrayList<>();
            BOND.stream()
                    .filter(command.body()::has)
                    .sorted()
                    .forEach(key -> findings.add(Finding.error("api-client.bond", "/" + key)));
            ClientForm form = new ClientForm(command.body(), new ClientForm.Known(Set.of(), Set.of()), facts.now());
            ClientForm.Terms terms = form.terms(Optional.of(client), findings);
            ClientForm.check(findings);
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of("until", terms.expiresAt().toString(), "revision", client.revision() + 1));
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(ClientStore.revise(actor.tenant(), client, terms)), audit, List.of(), () -> {
                                known.changed(actor.tenant(), KnownClients.TOPIC);
                                return true;
                            }));
        }
    }
}
