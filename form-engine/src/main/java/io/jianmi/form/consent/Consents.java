package io.jianmi.form.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.privacy.consent.ConsentView;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the privacy desk enters into the ledger; answered when the entry about it stands under a signed tree head. */
@Singleton
final class Consents {

    private final CommandPipeline pipeline;
    private final GiveConsentHandler giving;
    private final WithdrawConsentHandler withdrawing;
    private final ConsentLedger ledger;
    private final Idempotency idempotency;

    Consents(
            CommandPipeline pipeline,
            GiveConsentHandler giving,
            WithdrawConsentHandler withdrawing,
            ConsentLedger ledger,
            Idempotency idempotency) {
        this.pipeline = pipeline;
        this.giving = giving;
        this.withdrawing = withdrawing;
        this.ledger = ledger;
        this.idempotency = idempotency;
    }

    Uni<ConsentView> give(Actor actor, @Nullable JsonNode body, Optional<String> key) {
        Optional<Idempotency.Request> request = request(actor, key, "consent", body == null ? "" : Json.write(body));
        return once(actor, giving, new GiveConsent(body, request));
    }

    Uni<ConsentView> withdraw(Actor actor, UUID id, Optional<String> channel, Optional<String> key) {
        Optional<Idempotency.Request> request = request(actor, key, "consent/" + id + "/withdraw", channel.orElse(""));
        return once(actor, withdrawing, new WithdrawConsent(id, channel, request));
    }

    /** Who no longer sits at the desk is not told either what he once entered there. */
    private static Optional<Idempotency.Request> request(Actor actor, Optional<String> key, String what, String said) {
        return key.filter(named -> PrivacyDesk.sits(actor))
                .map(named -> Idempotency.Request.of(named, bytes(what), bytes(said)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <C extends Command<UUID>, L> Uni<ConsentView> once(
            Actor actor, CommandHandler<C, UUID, L> handler, C command) {
        return idempotency
                .once(
                        actor,
                        command.request(),
                        made -> Uni.createFrom().item(made.get(0)),
                        () -> pipeline.runSealed(handler, command, actor).map(CommandPipeline.Receipted::answer))
                .chain(id -> ledger.find(actor.tenant(), id))
                .map(entry -> ConsentView.of(entry.orElseThrow()));
    }
}
