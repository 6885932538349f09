package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps a form's draft, whole; a draft may be as wrong as its designer left it.
 *
 * @param precondition the revision that it replaces, so that two designers do not overwrite each other unseen
 */
record SaveDraft(String app, String form, JsonNode definition, Precondition precondition) implements Command<DraftRow> {

    @Override
    public String action() {
        return "form.draft";
    }

    @Override
    public String target() {
        return "form/" + app + "/" + form;
    }

    /** @param app empty when there is no such app */
    record Loaded(Optional<AppRow> app, Optional<DraftRow> draft) {}

    @Singleton
    static final class Handler implements PlatformHandler<SaveDraft, DraftRow, Loaded> {

        private final InstantSource clock;

        Handler(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Uni<Loaded> load(SaveDraft command, Actor actor, Mutiny.Session session) {
            String tenant = actor.tenant().value();
            return Definitions.app(session, tenant, command.app())
                    .chain(app -> Definitions.heldDraft(session, tenant, command.form())
                            .map(draft -> new Loaded(app, draft)));
        }

        @Override
        public Permit authorize(SaveDraft command, Loaded loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<PlatformChanges<DraftRow>> decide(
                SaveDraft command, Loaded loaded, Actor actor, Mutiny.Session session) {
            if (loaded.app().isEmpty()) {
                throw ProblemException.of(CommonProblem.NOT_FOUND);
            }
            if (!command.form().equals(command.definition().path("key").asText())) {
                throw ProblemException.of(
                        DesignProblem.FORM_INVALID,
                        List.of(Finding.error("form.key-mismatch", "/key", Map.of("expected", command.form()))));
            }
            if (loaded.draft().filter(draft -> !draft.app.equals(command.app())).isPresent()) {
                throw ProblemException.of(DesignProblem.FORM_KEY_TAKEN);
            }
            requireRead(command, loaded.draft());
            String document = Json.write(command.definition());
            Instant now = clock.instant();
            String by = actor.id().value();
            loaded.draft().ifPresent(draft -> draft.replace(document, now, by));
            DraftRow row = loaded.draft()
                    .orElseGet(() -> new DraftRow(
                            new FormKey(actor.tenant().value(), command.form()), command.app(), document, now, by));
            Uni<Void> stored = loaded.draft().isPresent() ? Uni.createFrom().voidItem() : session.persist(row);
            AuditDraft audit = AuditDraft.of(command.action(), command.target()).with(Map.of("revision", row.revision));
            return stored.replaceWith(new PlatformChanges<>(audit, () -> row));
        }

        private static void requireRead(SaveDraft command, Optional<DraftRow> draft) {
            if (command.precondition().allows(draft.map(row -> row.revision).orElse(0))) {
                return;
            }
            throw draft.map(row -> ProblemException.of(
                            DesignProblem.STALE_DRAFT,
                            Map.of("revision", row.revision, "by", row.updatedBy, "at", row.updatedAt.toString())))
                    .orElseGet(() -> ProblemException.of(DesignProblem.STALE_DRAFT));
        }
    }
}
