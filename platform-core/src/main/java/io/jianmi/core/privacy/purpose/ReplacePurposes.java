package io.jianmi.core.privacy.purpose;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Replaces the tenant's list of purposes.
 *
 * @param body as it was sent; read only after it is known that the actor may
 */
record ReplacePurposes(JsonNode body) implements Command<PurposeList> {

    @Override
    public String action() {
        return "purposes.replace";
    }

    @Override
    public String target() {
        return "purposes";
    }

    @Singleton
    static final class Handler implements PlatformHandler<ReplacePurposes, PurposeList, Optional<PurposesRow>> {

        private static final String POLICY = "platform";

        private final InstantSource clock;

        Handler(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Uni<Optional<PurposesRow>> load(ReplacePurposes command, Actor actor, Mutiny.Session session) {
            return session.find(PurposesRow.class, actor.tenant().value()).map(Optional::ofNullable);
        }

        /** The tenant's settings are the administrator's; what data is used for is the privacy officer's as well. */
        @Override
        public Permit authorize(ReplacePurposes command, Optional<PurposesRow> loaded, Actor actor) {
            return actor.system() || actor.hasRole("admin") || actor.hasRole("dpo")
                    ? Permit.allow(POLICY)
                    : Permit.refuse(ProblemException.of(CommonProblem.FORBIDDEN), POLICY);
        }

        @Override
        public Uni<PlatformChanges<PurposeList>> decide(
                ReplacePurposes command, Optional<PurposesRow> loaded, Actor actor, Mutiny.Session session) {
            List<Finding> findings = new ArrayList<>();
            PurposeList list = PurposeList.read(command.body(), findings);
            if (Finding.anyBlocks(findings)) {
                throw ProblemException.of(PurposeProblem.INVALID, findings);
            }
            PurposesRow row =
                    loaded.orElseGet(() -> new PurposesRow(actor.tenant().value()));
            row.items = list.text();
            row.updatedAt = clock.instant();
            row.updatedBy = actor.id().value();
            AuditDraft entry = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "purposes", list.items().stream().map(Purpose::key).collect(Collectors.joining(","))));
            Uni<Void> stored = loaded.isPresent() ? Uni.createFrom().voidItem() : session.persist(row);
            return stored.replaceWith(new PlatformChanges<>(entry, () -> list));
        }
    }
}
