package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.ErasureShadow;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Ends an erasure of which everything is done: the certificate is made and its digest stands in the audit log. */
record CloseErasure(Erasure erasure) implements Command<ObjectNode> {

    @Override
    public String action() {
        return "subject.erased";
    }

    @Override
    public String target() {
        return "subject/" + erasure.subject();
    }

    @Override
    public String policy() {
        return "platform";
    }

    /** The system alone closes what it has carried out. */
    @Singleton
    static final class Handler implements CommandHandler<CloseErasure, ObjectNode, Map<String, Integer>> {

        private final ErasureStore store;
        private final ErasureShadow shadow;
        private final Certificates certificates;
        private final InstantSource clock;

        Handler(ErasureStore store, ErasureShadow shadow, Certificates certificates, InstantSource clock) {
            this.store = store;
            this.shadow = shadow;
            this.certificates = certificates;
            this.clock = clock;
        }

        /** Closed beside the keys first: what is closed there and open here is closed again. */
        @Override
        public Uni<Map<String, Integer>> load(CloseErasure command, Actor actor) {
            return shadow.close(actor.tenant(), command.erasure().id(), clock.instant())
                    .chain(() -> store.recordsByForm(
                            actor.tenant(), command.erasure().subject()));
        }

        @Override
        public Permit authorize(CloseErasure command, Map<String, Integer> forms, Actor actor) {
            return actor.system()
                    ? Permit.allow(command.policy())
                    : Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), command.policy());
        }

        @Override
        public Uni<Changes<ObjectNode>> decide(CloseErasure command, Map<String, Integer> forms, Actor actor) {
            Erasure erasure = command.erasure();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            ObjectNode certificate = certificates.of(erasure, forms, now);
            List<Write> writes = List.of(
                    ErasureStore.step(actor.tenant(), erasure.id(), Step.CLOSED, now, Json.write(certificate)),
                    Write.any(
                            "delete from %s.subject_restriction where subject = $1"
                                    .formatted(ErasureStore.quoted(actor.tenant())),
                            Tuple.of(erasure.subject())));
            AuditDraft entry = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "erasure",
                            erasure.id().toString(),
                            "certificate",
                            HexFormat.of().formatHex(Sha256.of(CanonicalJson.bytes(certificate)))));
            return Uni.createFrom().item(Changes.of(writes, entry, List.of(), () -> certificate));
        }
    }
}
