package io.jianmi.core.webhook;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends a delivery anew that is over. */
record ReplayDelivery(UUID id) implements Command<Boolean> {

    @Override
    public String action() {
        return "webhook.replay";
    }

    @Override
    public String target() {
        return "webhook/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<ReplayDelivery, Boolean, Delivery> {

        private final DeliveryStore store;
        private final InstantSource clock;

        Handler(DeliveryStore store, InstantSource clock) {
            this.store = store;
            this.clock = clock;
        }

        @Override
        public Uni<Delivery> load(ReplayDelivery command, Actor actor) {
            Administrators.require(actor);
            return store.find(actor.tenant(), command.id())
                    .map(found -> found.orElseThrow(() -> ProblemException.of(WebhookProblem.NOT_FOUND)));
        }

        @Override
        public Permit authorize(ReplayDelivery command, Delivery delivery, Actor actor) {
            return Administrators.permit(actor);
        }

        @Override
        public Uni<Changes<Boolean>> decide(ReplayDelivery command, Delivery delivery, Actor actor) {
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of("event", delivery.event(), "attempts", delivery.attempts()));
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(DeliveryStore.again(actor.tenant(), command.id(), clock.instant())),
                            audit,
                            List.of(),
                            () -> true));
        }
    }
}
