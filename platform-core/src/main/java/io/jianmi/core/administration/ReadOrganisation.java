package io.jianmi.core.administration;

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

/** Has the organisation compared with its source at once instead of within a minute. Changes nothing by itself. */
record ReadOrganisation() implements Command<Boolean> {

    @Override
    public String action() {
        return "organisation.read";
    }

    @Override
    public String target() {
        return "organisation";
    }

    @Singleton
    static final class Handler implements CommandHandler<ReadOrganisation, Boolean, Boolean> {

        @Override
        public Uni<Boolean> load(ReadOrganisation command, Actor actor) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Permit authorize(ReadOrganisation command, Boolean loaded, Actor actor) {
            return Administrators.permit(actor);
        }

        @Override
        public Uni<Changes<Boolean>> decide(ReadOrganisation command, Boolean loaded, Actor actor) {
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(), AuditDraft.of(command.action(), command.target()), List.of(), () -> true));
        }
    }
}
