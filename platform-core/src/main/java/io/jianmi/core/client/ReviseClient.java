package io.jianmi.core.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes what a client is called, where it may come from, how fast and how long. What it may see stands for good. */
record ReviseClient(UUID id, int revision, JsonNode body) implements ChangedClient.Change<Boolean> {

    private static final Set<String> BOND = Set.of("roles", "purpose", "ceiling");

    @Override
    public String action() {
        return "api-client.update";
    }

    @Singleton
    static final class Handler extends ChangedClient<ReviseClient, Boolean> {

        private final ClientFacts facts;

        Handler(ClientFacts facts, KnownClients known) {
            super(facts, known);
            this.facts = facts;
        }

        @Override
        Outcome<Boolean> change(ReviseClient command, Client client, Actor actor) {
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
            return new Outcome<>(ClientStore.revise(actor.tenant(), client, terms), audit, true);
        }
    }
}
