package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.KeyedMarks;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The challenge that needs nobody else: the browser works for a moment. Marked by the tenant, so that nothing is kept until one is used;
 * what was used is kept until it would be too old anyway.
 */
@Singleton
@DefaultBean
final class ProofOfWork implements Captcha {

    static final Duration LIFE = Duration.ofMinutes(30);
    static final String KIND = "proof-of-work";

    private final KeyedMarks marks;
    private final TenantWriter writer;
    private final Ids ids;
    private final InstantSource clock;
    private final int bits;

    /** @param bits 2 to the power of this many hashes on average; a phone of 2020 does about 300,000 a second */
    ProofOfWork(
            KeyedMarks marks,
            TenantWriter writer,
            Ids ids,
            InstantSource clock,
            @ConfigProperty(name = "jianmi.public.challenge-bits", defaultValue = "17") int bits) {
        this.marks = marks;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
        this.bits = bits;
    }

    @Override
    public Uni<ObjectNode> challenge(Actor visitor, String form) {
        Puzzle puzzle = Puzzle.fresh(ids, form, bits, clock.instant().plus(LIFE));
        return mark(visitor, puzzle)
                .map(mark -> Json.NODES
                        .objectNode()
                        .put("kind", KIND)
                        .put("text", puzzle.text(mark))
                        .put("bits", puzzle.bits())
                        .put(
                                "until",
                                Instant.ofEpochSecond(puzzle.until().getEpochSecond())
                                        .toString()));
    }

    @Override
    public Uni<Void> use(Actor visitor, String form, JsonNode answer) {
        Optional<Puzzle.Marked> brought = Puzzle.read(answer.path("text").asText());
        if (brought.isEmpty()) {
            return refused();
        }
        Puzzle.Marked marked = brought.get();
        return mark(visitor, marked.puzzle())
                .chain(mark -> marked.genuine(mark, form, clock.instant())
                                && marked.solvedBy(answer.path("number").asText())
                        ? writer.commit(List.of(spend(visitor, marked.puzzle())))
                        : refused());
    }

    private static Uni<Void> refused() {
        return Uni.createFrom().failure(ProblemException.of(VisitorProblem.CHALLENGE));
    }

    private Uni<byte[]> mark(Actor visitor, Puzzle puzzle) {
        return marks.mark(
                visitor.tenant(), KeyedMarks.Use.CHALLENGE, puzzle.content().getBytes(StandardCharsets.US_ASCII));
    }

    private static Write spend(Actor visitor, Puzzle puzzle) {
        return Write.one(
                "insert into \"%s\".public_challenge (id, until) values ($1, $2) on conflict do nothing"
                        .formatted(visitor.tenant().schema()),
                Tuple.of(puzzle.id(), puzzle.until().atOffset(ZoneOffset.UTC)),
                VisitorProblem.CHALLENGE);
    }
}
