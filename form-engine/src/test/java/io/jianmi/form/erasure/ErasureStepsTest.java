package io.jianmi.form.erasure;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.crypto.ErasureShadow;
import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.crypto.KeyPurge;
import io.jianmi.core.file.DatabaseObjects;
import io.jianmi.core.file.FileErasure;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.jianmi.core.testing.TestDatabase;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every step of an erasure on the real tables: killed anywhere and done again it ends alike, and others are untouched. */
@Tag("slow")
class ErasureStepsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private final ScratchTenant scratch = new ScratchTenant("erasedsteps", 3);
    private final TenantKey tenant = scratch.key();
    private final CompiledForm form = TestForms.customer();
    private final Set<UUID> keyed = new HashSet<>();
    private final List<UUID> cast = new ArrayList<>();
    private final ErasureStore store = new ErasureStore(scratch.pool());
    private final TenantWriter writer = new TenantWriter(scratch.pool());
    private boolean purged = true;

    private final KeyDestruction keys = new KeyDestruction() {
        @Override
        public Uni<Integer> destroy(TenantKey of, UUID subject) {
            return Uni.createFrom().item(keyed.remove(subject) ? 1 : 0);
        }

        @Override
        public void forget(TenantKey of, UUID subject) {
            throw new AssertionError("an erasure destroys");
        }
    };

    private final ErasureShadow shadow = new ErasureShadow() {
        @Override
        public Uni<Void> cast(TenantKey of, UUID erasure, UUID subject, Instant at) {
            cast.add(erasure);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> close(TenantKey of, UUID erasure, Instant at) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<Shade>> all(TenantKey of) {
            return Uni.createFrom().item(lost);
        }

        @Override
        public Uni<Set<UUID>> keyed(TenantKey of, Collection<UUID> subjects) {
            Set<UUID> both = new HashSet<>(keyed);
            both.retainAll(subjects);
            return Uni.createFrom().item(both);
        }
    };

    private final KeyPurge purge = new KeyPurge() {
        @Override
        public Uni<Void> ask(TenantKey of, UUID what, UUID subject) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Boolean> done(UUID what, Instant destroyed) {
            return Uni.createFrom().item(purged);
        }
    };

    private List<ErasureShadow.Shade> lost = List.of();

    private final Steps steps = new Steps(
            store,
            shadow,
            keys,
            purge,
            new Tombstones(key -> Uni.createFrom().item(List.of(form)), scratch.pool()),
            new HeldFiles(new FileErasure(new DatabaseObjects(scratch.pool()), scratch.pool()), keys, scratch.pool()),
            new HangingRows(scratch.pool()),
            List.of());

    @BeforeEach
    void tables() {
        TestDatabase.Endpoint main = TestDatabase.shared().main();
        Flyway.configure()
                .dataSource(main.jdbcUrl(), main.user(), main.password())
                .schemas(tenant.schema())
                .locations("classpath:db/tenant")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        run("create table %s." + form.table().name() + " (id uuid, subject_id uuid)");
        form.subforms().forEach(subform -> run("create table %s." + subform.table() + " (record_id uuid)"));
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void whereverItIsKilledItEndsAlikeAndOthersAreUntouched() {
        UUID other = person();
        List<Long> before = left(other);
        for (Step killed : Step.values()) {
            UUID subject = person();
            UUID erasure = ordered(subject);
            for (Step step : Step.values()) {
                if (step == Step.CLOSED) {
                    continue;
                }
                if (step == killed) {
                    await(steps.run(tenant, erasure(erasure), step));
                }
                Optional<Map<String, Integer>> done = await(steps.run(tenant, erasure(erasure), step));
                assertThat(done).as(step.key()).isPresent();
                await(writer.commit(
                        List.of(ErasureStore.step(tenant, erasure, step, NOW, Json.write(done.orElseThrow())))));
            }
            assertThat(left(subject)).as("killed at " + killed).containsOnly(0L);
            assertThat(keyed).doesNotContain(subject);
            assertThat(await(store.recordsByForm(tenant, subject))).containsEntry(form.key(), 1);
        }
        assertThat(left(other)).isEqualTo(before).doesNotContain(0L);
        assertThat(keyed).containsExactly(other);
    }

    @Test
    void itIsNotPurgedBeforeEveryNodeSaysSo() {
        UUID subject = person();
        UUID erasure = ordered(subject);
        await(writer.commit(List.of(ErasureStore.step(tenant, erasure, Step.KEYS, NOW, "{}"))));
        purged = false;

        assertThat(await(steps.run(tenant, erasure(erasure), Step.PURGED))).isEmpty();
        purged = true;
        assertThat(await(steps.run(tenant, erasure(erasure), Step.PURGED))).isPresent();
    }

    @Test
    void theLedgerOnlyGrowsAndHoldsOneOpenOrderOfAPerson() {
        UUID subject = person();
        UUID erasure = ordered(subject);
        await(writer.commit(List.of(ErasureStore.step(tenant, erasure, Step.SHADOW, NOW, "{}"))));

        assertThatThrownBy(() -> ordered(subject)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> run("delete from %s.erasure")).hasMessageContaining("only grows");
        assertThatThrownBy(() -> run("update %s.erasure_step set step = 'closed'"))
                .hasMessageContaining("only grows");
        run("insert into %s.erasure_step values ('" + erasure + "', 'closed', now(), '{}')");
        assertThat(erasure(ordered(subject)).status()).isEqualTo("running");
    }

    @Test
    void aHoldKeepsItFromBeginningAndNotFromEnding() {
        UUID subject = person();
        UUID erasure = ordered(subject);
        run("insert into %s.subject_hold values (gen_random_uuid(), '" + subject
                + "', 'm', '2030-01-01', 'why', now(), 'm')");

        assertThat(erasure(erasure).status()).isEqualTo("restricted");
        await(writer.commit(List.of(ErasureStore.step(tenant, erasure, Step.SHADOW, NOW, "{}"))));
        assertThat(erasure(erasure).status()).isEqualTo("running");
    }

    /** An old copy of the keys has hers again; an old copy of the data has forgotten that she was erased. */
    @Test
    void whatComesBackWithAnOldCopyIsErasedAgain() {
        UUID subject = person();
        UUID erasure = ordered(subject);
        await(writer.commit(List.of(ErasureStore.step(tenant, erasure, Step.KEYS, NOW, "{}"))));
        UUID forgotten = person();
        UUID forgottenErasure = UUID.randomUUID();
        lost = List.of(new ErasureShadow.Shade(forgottenErasure, forgotten, NOW));
        UUID other = person();

        await(new LedgerReplay(store, shadow, keys, writer).replay(tenant));

        assertThat(keyed).containsExactly(other);
        assertThat(erasure(forgottenErasure).status()).isEqualTo("running");
        assertThat(number("select count(*) from %s.subject_restriction where subject = '" + forgotten + "'"))
                .isEqualTo(1);
    }

    private UUID ordered(UUID subject) {
        UUID id = UUID.randomUUID();
        await(writer.commit(List.of(
                ErasureStore.order(tenant, id, subject, ErasureStore.Ordered.again(NOW)),
                RestrictionStore.restrict(Actor.system(tenant), subject, NOW, Optional.empty()))));
        return id;
    }

    private Erasure erasure(UUID id) {
        return await(store.find(tenant, id)).orElseThrow();
    }

    /** Somebody of whom there is something in every place. */
    private UUID person() {
        UUID subject = UUID.randomUUID();
        UUID record = UUID.randomUUID();
        UUID file = UUID.randomUUID();
        keyed.add(subject);
        run("insert into %s.data_subject (id) values ('" + subject + "')");
        run("insert into %s." + form.table().name() + " values ('" + record + "', '" + subject + "')");
        form.subforms().forEach(rows -> run("insert into %s." + rows.table() + " values ('" + record + "')"));
        run("insert into %s.subject_identifier values ('phone', '" + subject + "'::text::bytea, '" + subject + "')");
        run("insert into %s.record_history values ('" + record
                + "', 1, 'customer', 1, now(), 'm', 'update', '{}', '{}', '{}', '')");
        run(
                "insert into %s.record_comment (id, form, record, subject, author, version, text_version, created_at, sealed, tag)"
                        + " values (gen_random_uuid(), 'customer', '" + record + "', '" + subject
                        + "', 'm', 1, 1, now(), 'x', 'x')");
        run("insert into %s.record_share values (gen_random_uuid(), 'customer', '" + record
                + "', 'm', 'n', now(), now())");
        run("insert into %s.notification (id, member, kind, cause, actor, at, form, record, listed) values"
                + " (gen_random_uuid(), 'm', 'mentioned', gen_random_uuid(), 'n', now(), 'customer', '" + record
                + "', true)");
        run(
                "insert into %s.file (id, uploader, uploaded_at, form, record, field, subject, key_class, facts, key) values ('"
                        + file + "', 'm', now(), 'customer', '" + record + "', 'f', '" + subject + "', 'S2', '', '')");
        run("insert into %s.file_segment values ('" + file + "', 0, 'x')");
        return subject;
    }

    /** How much of her there is in each place. */
    private List<Long> left(UUID subject) {
        String records = "(select record from %s.erased_record where subject = '" + subject
                + "' union all select id from %s." + form.table().name() + " where subject_id = '" + subject + "')";
        List<Long> counts = new ArrayList<>();
        counts.add(number("select count(*) from %s.data_subject where id = '" + subject + "'"));
        counts.add(number("select count(*) from %s." + form.table().name() + " where subject_id = '" + subject + "'"));
        form.subforms()
                .forEach(rows -> counts.add(
                        number("select count(*) from %s." + rows.table() + " where record_id in " + records)));
        counts.add(number("select count(*) from %s.subject_identifier where subject = '" + subject + "'"));
        for (String table : List.of("record_history", "record_comment", "record_share", "notification", "file")) {
            counts.add(number("select count(*) from %s." + table + " where record in " + records));
        }
        return counts;
    }

    private long number(String sql) {
        Row row = scratch.execute(sql.replace("%s", tenant.schema())).iterator().next();
        return row.getLong(0);
    }

    private void run(String sql) {
        scratch.execute(sql.replace("%s", tenant.schema()));
    }
}
