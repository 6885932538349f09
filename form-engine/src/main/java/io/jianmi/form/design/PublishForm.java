package io.jianmi.form.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.cluster.Notice;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes a version whose tables stand already: the last step of publishing.
 *
 * @param revision of the draft that was checked
 * @param kept what the version takes over from those before it
 * @param switching statements of the same transaction where records were brought to the version first: from then on it counts, and nobody
 *     stores a record as the version before does. Empty where nothing was; else the draft is no matter, since it may have moved on.
 * @param asked who asked for it, where that is another than who does it
 */
record PublishForm(
        String app,
        String form,
        int version,
        int revision,
        String definition,
        String kept,
        List<String> switching,
        Optional<String> asked)
        implements Command<Integer> {

    PublishForm {
        switching = List.copyOf(switching);
    }

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
                    && (!command.switching().isEmpty()
                            || loaded.draft()
                                    .filter(draft ->
                                            draft.app.equals(command.app()) && draft.revision == command.revision())
                                    .isPresent());
            if (!current) {
                throw ProblemException.of(DesignProblem.DRAFT_CHANGED);
            }
            VersionRow row = new VersionRow(
                    new VersionKey(actor.tenant().value(), command.form(), command.version()),
                    command.app(),
                    command.definition(),
                    command.kept(),
                    clock.instant(),
                    command.asked().orElse(actor.id().value()));
            Map<String, Object> context = new HashMap<>(Map.of("version", command.version()));
            command.asked().ifPresent(asked -> context.put("asked", asked));
            AuditDraft audit = AuditDraft.of(command.action(), command.target()).with(context);
            Notice published = new Notice(CompiledForms.TOPIC, actor.tenant(), command.form());
            return session.persist(row)
                    .chain(() -> switched(command, session))
                    .replaceWith(new PlatformChanges<>(audit, command::version).telling(published));
        }

        /** The last of the statements says that the job which brought the records here is still that of who says so. */
        private static Uni<Void> switched(PublishForm command, Mutiny.Session session) {
            Uni<Integer> rows = session.flush().replaceWith(1);
            for (String statement : command.switching()) {
                rows = rows.chain(() -> session.createNativeQuery(statement).executeUpdate());
            }
            return rows.invoke(touched -> {
                        if (touched != 1) {
                            throw ProblemException.of(StoreProblem.LOST_RACE);
                        }
                    })
                    .replaceWithVoid();
        }
    }
}
