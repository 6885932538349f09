package io.jianmi.core.idempotency;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.idempotency.Idempotency.Request;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.testing.ScratchTenant;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class IdempotencyTest {

    private static final Request SAID = Request.of("k1", "13800138000".getBytes(StandardCharsets.UTF_8));
    private static final Request OTHER = Request.of("k1", "13800138001".getBytes(StandardCharsets.UTF_8));

    private final ScratchTenant scratch = new ScratchTenant("marksofpost", 2);
    private final Actor actor = Actor.system(scratch.key());
    private final RequestMarks marks = new RequestMarks((tenant, use, content) -> {
        byte[] mark = content.clone();
        mark[0] ^= 1;
        return Uni.createFrom().item(mark);
    });
    private final Idempotency idempotency = new Idempotency(scratch.pool(), marks);
    private final UUID made = UUID.randomUUID();

    @BeforeEach
    void table() {
        scratch.execute("create table " + scratch.key().schema()
                + ".idempotency (actor text, key text, request bytea, result text, primary key (actor, key))");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void ofARequestNoDigestIsKeptThatWouldConfirmAGuess() {
        await(marks.of(actor, Optional.of(SAID))
                .chain(marked -> new TenantWriter(scratch.pool())
                        .commit(List.of(Idempotency.remember(actor, marked.orElseThrow(), List.of(made))))));

        assertThat(kept()).isNotEqualTo(SAID.digest());
        assertThat(await(idempotency.earlier(actor, Optional.of(SAID)))).contains(List.of(made));
        assertThatThrownBy(() -> await(idempotency.earlier(actor, Optional.of(OTHER))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatWasKeptBeforeThereWereMarksIsUnderstood() {
        scratch.execute("insert into %s.idempotency values ('%s', 'k1', decode('%s', 'hex'), '[\"%s\"]')"
                .formatted(
                        scratch.key().schema(),
                        actor.id().value(),
                        HexFormat.of().formatHex(SAID.digest()),
                        made));

        assertThat(await(idempotency.earlier(actor, Optional.of(SAID)))).contains(List.of(made));
        assertThatThrownBy(() -> await(idempotency.earlier(actor, Optional.of(OTHER))))
                .isInstanceOf(ProblemException.class);
    }

    private byte[] kept() {
        return scratch.execute("select request from " + scratch.key().schema() + ".idempotency")
                .iterator()
                .next()
                .getBuffer(0)
                .getBytes();
    }
}
