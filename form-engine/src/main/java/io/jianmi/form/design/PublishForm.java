package io.jianmi.form.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.cluster.Notice;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes a version whose tables stand already: the last step of publishing.
 *
 * @param revision of the draft that was checked
 * @param kept what the version takes over from those before it
 */
record PublishForm(String app, String form, int version, int revision, String definition, String kept)
        implements Command<Integer> {

    @Override
    public String action() {
        return "form.publish";
    }

    @Override
    public String target() {
        return "form/" + app + "/" + form;
    }

    /** @param newest number of the newest version, 0 for none */
    record Loaded(Optional<DraftRow> draft, int newest) {}

    @Singleton
    static final class Handler implements PlatformHandler<PublishForm, Integer, Loaded> {

        private final InstantSource clock;

        Handler(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Uni<Loaded> load(PublishForm command, Actor actor, Mutiny.Session session) {
            String tenant = actor.tenant().value();
            return Definitions.draft(session, tenant, command.form())
                    .chain(draft -> Definitions.newest(session, tenant, command.form())
                            .map(row -> new Loaded(
                                    draft, row.map(found -> found.key.version()).orElse(0))));
        }

        @Override
        public Permit authorize(PublishForm command, Loaded loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<PlatformChanges<Integer>> decide(
                PublishForm command, Loaded loaded, Actor actor, Mutiny.Session session) {
            boolean current = loaded.newest() == command.version() - 1
                    && loaded.draft()
                            .filter(draft -> draft.app.equals(command.app()) && draft.revision == command.revision())
                            .isPresent();
            if (!current) {
                throw ProblemException.of(DesignProblem.DRAFT_CHANGED);
            }
            VersionRow row = new VersionRow(
                    new VersionKey(actor.tenant().value(), command.form(), command.version()),
                    command.app(),
                    command.definition(),
                    command.kept(),
                    clock.instant(),
                    actor.id().value());
            AuditDraft audit =
                    AuditDraft.of(command.action(), command.target()).with(Map.of("version", command.version()));
            Notice published = new Notice(CompiledForms.TOPIC, actor.tenant(), command.form());
            return session.persist(row).replaceWith(new PlatformChanges<>(audit, command::version).telling(published));
        }
    }
}
