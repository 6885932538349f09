package io.jianmi.template.install;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.design.Designers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notes, as the last step, that a template stands in a tenant.
 *
 * @param request the caller's key for the whole of it
 */
record NoteInstall(String template, String version, Optional<Idempotency.Request> request) implements Command<Boolean> {

    @Override
    public String action() {
        return "template.install";
    }

    @Override
    public String target() {
        return "template/" + template;
    }

    @Singleton
    static final class Handler implements PlatformHandler<NoteInstall, Boolean, Optional<TemplateInstallRow>> {

        private final InstantSource clock;

        Handler(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Uni<Optional<TemplateInstallRow>> load(NoteInstall command, Actor actor, Mutiny.Session session) {
            return session.find(TemplateInstallRow.class, key(command, actor)).map(Optional::ofNullable);
        }

        @Override
        public Permit authorize(NoteInstall command, Optional<TemplateInstallRow> loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<PlatformChanges<Boolean>> decide(
                NoteInstall command, Optional<TemplateInstallRow> loaded, Actor actor, Mutiny.Session session) {
            AuditDraft audit =
                    AuditDraft.of(command.action(), command.target()).with(Map.of("version", command.version()));
            PlatformChanges<Boolean> changes = new PlatformChanges<>(audit, loaded::isEmpty);
            return loaded.isPresent()
                    ? Uni.createFrom().item(changes)
                    : session.persist(new TemplateInstallRow(
                                    key(command, actor),
                                    command.version(),
                                    clock.instant(),
                                    actor.id().value()))
                            .replaceWith(changes);
        }

        static TemplateInstallRow.Key key(NoteInstall command, Actor actor) {
            return new TemplateInstallRow.Key(actor.tenant().value(), command.template());
        }
    }
}
