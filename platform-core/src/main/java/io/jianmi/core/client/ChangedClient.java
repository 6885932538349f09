package io.jianmi.core.client;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * What all changes of a client that stands have in common: they are an administrator's, of the revision that he has read, and every
 * node hears of them.
 */
abstract class ChangedClient<C extends ChangedClient.Change<R>, R> implements CommandHandler<C, R, Client> {

    /** A change of one client. */
    interface Change<R> extends Command<R> {

        UUID id();

        /** The one that was read. */
        int revision();

        @Override
        default String target() {
            return "api-client/" + id();
        }
    }

    /** What a change comes to. */
    record Outcome<R>(Write write, AuditDraft audit, R answer) {}

    private final ClientFacts facts;
    private final KnownClients known;

    ChangedClient(ClientFacts facts, KnownClients known) {
        this.facts = facts;
        this.known = known;
    }

    abstract Outcome<R> change(C command, Client client, Actor actor);

    @Override
    public final Uni<Client> load(C command, Actor actor) {
        Administrators.require(actor);
        return facts.standing(actor.tenant(), command.id());
    }

    @Override
    public final Permit authorize(C command, Client client, Actor actor) {
        return Administrators.permit(actor);
    }

    @Override
    public final Uni<Changes<R>> decide(C command, Client client, Actor actor) {
        ClientFacts.changeable(client, command.revision());
        Outcome<R> outcome = change(command, client, actor);
        return Uni.createFrom().item(Changes.of(List.of(outcome.write()), outcome.audit(), List.of(), () -> {
            known.changed(actor.tenant(), KnownClients.TOPIC);
            return outcome.answer();
        }));
    }
}
