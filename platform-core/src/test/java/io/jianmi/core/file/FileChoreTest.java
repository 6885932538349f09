package io.jianmi.core.file;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class FileChoreTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private final ScratchTenant scratch = new ScratchTenant("filechore", 3);
    private final TenantKey tenant = scratch.key();
    private final Pool pool = scratch.pool();
    private final DatabaseObjects objects = new DatabaseObjects(pool);
    private final List<UUID> destroyed = new ArrayList<>();
    private final FileChore chore = new FileChore(objects, new Destroyed(), new BinTime(30), () -> NOW);

    private final class Destroyed implements KeyDestruction {
        @Override
        public Uni<Integer> destroy(TenantKey tenant, UUID subject) {
            destroyed.add(subject);
            return Uni.createFrom().item(1);
        }

        @Override
        public void forget(TenantKey tenant, UUID subject) {
            throw new AssertionError("a chore destroys");
        }
    }

    @BeforeEach
    void tables() throws IOException {
        try (InputStream sql =
                Objects.requireNonNull(FileChoreTest.class.getResourceAsStream("/db/tenant/V2026112510__files.sql"))) {
            scratch.execute("set search_path to " + tenant.schema() + "; "
                    + new String(sql.readAllBytes(), StandardCharsets.UTF_8) + "; reset search_path");
        }
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void whatNobodyTookOrWantsBackGoesWithItsKeys() {
        UUID fresh = file(NOW.minus(Duration.ofHours(23)), null, null);
        UUID forgotten = file(NOW.minus(Duration.ofHours(25)), null, null);
        UUID held = file(NOW.minus(Duration.ofDays(300)), new UUID(9, 9), null);
        UUID justLetGo = file(NOW.minus(Duration.ofDays(300)), new UUID(9, 9), NOW.minus(Duration.ofDays(29)));
        UUID letGo = file(NOW.minus(Duration.ofDays(300)), new UUID(9, 9), NOW.minus(Duration.ofDays(31)));

        run();

        assertThat(files()).containsExactlyInAnyOrder(fresh, held, justLetGo);
        assertThat(segments()).containsExactlyInAnyOrder(fresh, held, justLetGo);
        // Keys under which uploads waited, whether they were taken or not; the one that still waits keeps its own.
        assertThat(destroyed)
                .containsExactlyInAnyOrder(subject(forgotten), subject(held), subject(justLetGo), subject(letGo));
        destroyed.clear();

        run();

        assertThat(destroyed).isEmpty();
    }

    @Test
    void segmentsOfAnUploadThatBrokeOffGoAfterADay() {
        UUID broken = id(NOW.minus(Duration.ofHours(25)));
        UUID running = id(NOW.minus(Duration.ofHours(1)));
        await(objects.put(tenant, broken, 0, new byte[] {1}));
        await(objects.put(tenant, broken, 1, new byte[] {1}));
        await(objects.put(tenant, running, 0, new byte[] {1}));

        run();

        assertThat(segments()).containsExactly(running);
    }

    private void run() {
        boolean more = await(pool.withTransaction(connection -> chore.run(tenant, connection)));
        assertThat(more).isFalse();
    }

    private UUID file(Instant at, @Nullable UUID record, @Nullable Instant letGo) {
        UUID id = id(at);
        await(objects.put(tenant, id, 0, new byte[] {1, 2, 3}));
        await(pool.preparedQuery(
                        "insert into %s.file (id, uploader, uploaded_at, upload_subject, record, detached_at, facts, key) values ($1, 'm', $2, $3, $4, $5, '', '')"
                                .formatted(tenant.schema()))
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                        .addUUID(subject(id))
                        .addUUID(record)
                        .addOffsetDateTime(letGo == null ? null : letGo.atOffset(ZoneOffset.UTC))));
        return id;
    }

    private static UUID id(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | (int) (Math.random() * 0xfff), (long)
                (Math.random() * Long.MAX_VALUE));
    }

    private static UUID subject(UUID file) {
        return new UUID(7, file.getLeastSignificantBits());
    }

    private List<UUID> files() {
        return ids("select id from " + tenant.schema() + ".file");
    }

    private List<UUID> segments() {
        return ids("select distinct file from " + tenant.schema() + ".file_segment");
    }

    private List<UUID> ids(String sql) {
        List<UUID> ids = new ArrayList<>();
        for (Row row : scratch.execute(sql)) {
            ids.add(row.getUUID(0));
        }
        return ids;
    }
}
