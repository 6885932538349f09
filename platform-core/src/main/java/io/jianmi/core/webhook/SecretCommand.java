package io.jianmi.core.webhook;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Tells the secret under which the tenant signs.
 *
 * @param fresh whether it is replaced by another first
 */
record SecretCommand(boolean fresh) implements Command<String> {

    @Override
    public String action() {
        return fresh ? "webhook.replace-secret" : "webhook.read-secret";
    }

    @Override
    public String target() {
        return "webhook-secret";
    }

    @Singleton
    static final class Handler implements CommandHandler<SecretCommand, String, SigningSecrets.Current> {

        private final SigningSecrets secrets;
        private final InstantSource clock;

        Handler(SigningSecrets secrets, InstantSource clock) {
            this.secrets = secrets;
            this.clock = clock;
        }

        @Override
        public Uni<SigningSecrets.Current> load(SecretCommand command, Actor actor) {
            return secrets.current(actor.tenant());
        }

        @Override
        public Permit authorize(SecretCommand command, SigningSecrets.Current current, Actor actor) {
            return Administrators.permit(actor);
        }

        @Override
        public Uni<Changes<String>> decide(SecretCommand command, SigningSecrets.Current current, Actor actor) {
            int number = command.fresh() ? current.number() + 1 : current.number();
            List<Write> writes = command.fresh()
                    ? List.of(SigningSecrets.replace(actor.tenant(), current.number(), clock.instant()))
                    : List.of();
            AuditDraft audit = AuditDraft.of(command.action(), command.target()).with(Map.of("number", number));
            return secrets.text(actor.tenant(), number).map(text -> Changes.of(writes, audit, List.of(), () -> text));
        }
    }
}
