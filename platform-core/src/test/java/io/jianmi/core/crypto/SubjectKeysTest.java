package io.jianmi.core.crypto;

import static io.jianmi.core.crypto.KeyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SubjectKeysTest {

    private static final Set<KeyClass> ALL = Set.of(KeyClass.values());
    private static final JsonNode VALUE = TextNode.valueOf("张三");

    @TempDir
    Path folder;

    private final TenantKey tenant = KeyFixture.freshTenant();
    private KeyFixture node;

    @BeforeEach
    void start() {
        node = new KeyFixture(folder, KeyFixture.LIMITS);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anotherNodeOpensWhatThisOneSealed() {
        UUID person = await(node.keys.newSubject(tenant));
        byte[] cell = ring(node, person).seal(cell(person, KeyClass.S3), VALUE);

        try (KeyFixture other = new KeyFixture(folder, KeyFixture.LIMITS)) {
            assertThat(ring(other, person).open(cell(person, KeyClass.S3), cell))
                    .isEqualTo(VALUE);
        }
    }

    @Test
    void newPersonsAreCommittedBeforeTheyAreGivenOut() {
        Set<UUID> persons = new HashSet<>();
        for (int i = 0; i < 700; i++) {
            persons.add(await(node.keys.newSubject(tenant)));
        }
        assertThat(persons).hasSize(700);
        assertThat(await(node.store.find(tenant, persons, ALL))).hasSize(700);
    }

    @Test
    void manyAtOnceShareOneRefill() {
        List<UUID> persons = await(Uni.join()
                .all(IntStream.range(0, 500)
                        .mapToObj(i -> node.keys.newSubject(tenant))
                        .toList())
                .andFailFast());

        assertThat(new HashSet<>(persons)).hasSize(500);
    }

    @Test
    void keysOfPersonsAndClassesAreAllDifferent() {
        UUID one = await(node.keys.newSubject(tenant));
        UUID two = await(node.keys.newSubject(tenant));
        var rows = await(node.keyPool
                .preparedQuery("select s2, s3, s4 from subject_key where tenant = $1 and subject = any($2)")
                .execute(Tuple.of(tenant.value()).addArrayOfUUID(new UUID[] {one, two})));
        Set<String> wrapped = new HashSet<>();
        rows.forEach(row ->
                IntStream.range(0, 3).forEach(i -> wrapped.add(row.getBuffer(i).toString("ISO-8859-1"))));

        assertThat(wrapped).hasSize(6);
    }

    @Test
    void erasedPersonIsAbsentAndOthersStay() {
        UUID erased = await(node.keys.newSubject(tenant));
        UUID stays = await(node.keys.newSubject(tenant));
        byte[] cell = ring(node, erased).seal(cell(erased, KeyClass.S2), VALUE);

        assertThat(await(node.keys.destroy(tenant, erased))).isEqualTo(1);
        assertThat(await(node.keys.destroy(tenant, erased))).isZero();

        KeyRing ring = await(node.keys.ring(tenant, Set.of(erased, stays), ALL));
        assertThat(ring.has(cell(erased, KeyClass.S2))).isFalse();
        assertThat(ring.has(cell(stays, KeyClass.S2))).isTrue();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ring.open(cell(erased, KeyClass.S2), cell));
    }

    @Test
    void erasureElsewhereIsSeenOnceForgotten() {
        UUID person = await(node.keys.newSubject(tenant));
        ring(node, person);
        await(node.store.delete(tenant, person));

        node.keys.forget(tenant, person);

        assertThat(ring(node, person).has(cell(person, KeyClass.S2))).isFalse();
    }

    @Test
    void exchangedWrappedKeyFailsTheIntegrityCheckOfItsPersonOnly() {
        UUID one = await(node.keys.newSubject(tenant));
        UUID two = await(node.keys.newSubject(tenant));
        byte[] ofOne = ring(node, one).seal(cell(one, KeyClass.S2), VALUE);
        byte[] ofTwo = ring(node, two).seal(cell(two, KeyClass.S2), VALUE);
        await(node.keyPool.preparedQuery("""
                        update subject_key set s2 = (select s2 from subject_key where subject = $2)
                        where subject = $1""").execute(Tuple.of(one, two)));
        node.keys.forget(tenant, one);
        node.keys.forget(tenant, two);

        KeyRing ring = await(node.keys.ring(tenant, Set.of(one, two), Set.of(KeyClass.S2)));
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring.open(cell(one, KeyClass.S2), ofOne));
        assertThat(ring.open(cell(two, KeyClass.S2), ofTwo)).isEqualTo(VALUE);
    }

    @Test
    void olderVersionOpensAndTheNewestSeals() throws Exception {
        UUID person = await(node.keys.newSubject(tenant));
        CellContext context = cell(person, KeyClass.S2);
        byte[] old = ring(node, person).seal(context, VALUE);
        await(node.keyPool
                .preparedQuery(
                        "insert into subject_key select tenant, subject, 2, $2, s3, s4 from subject_key where subject = $1")
                .execute(Tuple.of(
                        person,
                        io.vertx.core.buffer.Buffer.buffer(
                                await(node.keysets.load(tenant)).wrap(new byte[Keys.BYTES], person, KeyClass.S2, 2)))));
        node.keys.forget(tenant, person);

        KeyRing ring = await(node.keys.ring(tenant, Set.of(person), Set.of(KeyClass.S2)));
        assertThat(ring.open(context, old)).isEqualTo(VALUE);
        assertThat(ring.seal(context, VALUE)).startsWith(1, 0, 0, 0, 2);
    }

    @Test
    void withoutTheKeyDatabaseHeldKeysWorkAndOthersAreUnavailable() {
        UUID held = await(node.keys.newSubject(tenant));
        UUID dropped = await(node.keys.newSubject(tenant));
        node.keys.forget(tenant, dropped);
        await(node.keyPool.close());

        assertThat(ring(node, held).has(cell(held, KeyClass.S2))).isTrue();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ring(node, dropped))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(CryptoProblem.KMS_UNAVAILABLE));
    }

    @Test
    void budgetBrakesAndTheNextMinuteReleases() {
        UUID one = await(node.keys.newSubject(tenant));
        UUID two = await(node.keys.newSubject(tenant));
        KeyLimits tight =
                new KeyLimits(10_000, KeyFixture.LIMITS.cacheTime(), KeyFixture.LIMITS.sensitiveCacheTime(), 4, 256);
        try (KeyFixture other = new KeyFixture(folder, tight)) {
            ring(other, one);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ring(other, two))
                    .satisfies(problem -> assertThat(problem.type()).isEqualTo(CryptoProblem.UNWRAP_BUDGET));

            assertThat(ring(other, one).has(cell(one, KeyClass.S2)))
                    .as("held keys cost nothing")
                    .isTrue();
            other.now = Instant.parse("2026-01-01T00:01:00Z");
            assertThat(ring(other, two).has(cell(two, KeyClass.S2))).isTrue();
        }
    }

    private KeyRing ring(KeyFixture on, UUID person) {
        return await(on.keys.ring(tenant, Set.of(person), ALL));
    }

    private CellContext cell(UUID person, KeyClass keyClass) {
        return new CellContext(tenant, "customer", new UUID(1, 1), "name", person, keyClass);
    }
}
