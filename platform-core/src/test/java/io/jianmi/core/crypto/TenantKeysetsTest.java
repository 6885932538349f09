package io.jianmi.core.crypto;

import static io.jianmi.core.crypto.KeyFixture.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.subtle.Ed25519Verify;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TenantKeysetsTest {

    private static final byte[] ROW = "[\"fp-row-v1\"]".getBytes(UTF_8);

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
    void keysAreMadeOnceAndReadByEveryNode() {
        node.keysets.prepare(tenant);
        byte[] tag = new PrfRowSeal(node.keysets).tag(tenant, ROW);
        byte[] token = new PrfBlindIndex(node.keysets).token(tenant, "customer/mobile", "exact", "+8613800138000", 11);

        try (KeyFixture other = new KeyFixture(folder, KeyFixture.LIMITS)) {
            other.keysets.prepare(tenant);
            assertThat(new PrfRowSeal(other.keysets).verifies(tenant, ROW, tag)).isTrue();
            assertThat(new PrfBlindIndex(other.keysets).token(tenant, "customer/mobile", "exact", "+8613800138000", 11))
                    .isEqualTo(token);
        }
    }

    @Test
    void tenantsShareNothing() {
        TenantKey other = KeyFixture.freshTenant();
        node.keysets.prepare(tenant);
        node.keysets.prepare(other);
        PrfRowSeal seal = new PrfRowSeal(node.keysets);
        PrfBlindIndex index = new PrfBlindIndex(node.keysets);
        TenantTreeHeadSigner signer = new TenantTreeHeadSigner(node.keysets);

        assertThat(seal.verifies(other, ROW, seal.tag(tenant, ROW))).isFalse();
        assertThat(index.token(tenant, "f/a", "exact", "x", 128))
                .isNotEqualTo(index.token(other, "f/a", "exact", "x", 128));
        assertThat(index.token(tenant, "f/a", "exact", "x", 128))
                .isNotEqualTo(index.token(tenant, "f/b", "exact", "x", 128));
        assertThat(signer.publicKey(tenant)).isNotEqualTo(signer.publicKey(other));
    }

    @Test
    void changedRowDoesNotVerify() {
        node.keysets.prepare(tenant);
        PrfRowSeal seal = new PrfRowSeal(node.keysets);
        byte[] tag = seal.tag(tenant, ROW);

        assertThat(tag).hasSize(32);
        assertThat(seal.verifies(tenant, "[\"fp-row-v2\"]".getBytes(UTF_8), tag))
                .isFalse();
        assertThat(seal.verifies(tenant, ROW, new byte[32])).isFalse();
    }

    @Test
    void treeHeadsAreSignedWithEd25519() {
        TenantTreeHeadSigner signer = new TenantTreeHeadSigner(node.keysets);
        byte[] signature = signer.sign(tenant, ROW);

        assertThat(signature).hasSize(64);
        assertThatCode(() -> new Ed25519Verify(signer.publicKey(tenant)).verify(signature, ROW))
                .doesNotThrowAnyException();
    }

    @Test
    void unpreparedTenantIsAskedToComeBackAndThenServed() {
        PrfRowSeal seal = new PrfRowSeal(node.keysets);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> seal.tag(tenant, ROW))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(CryptoProblem.KMS_UNAVAILABLE));
        await().ignoreExceptionsInstanceOf(ProblemException.class)
                .untilAsserted(() -> assertThat(seal.tag(tenant, ROW)).hasSize(32));
    }

    @Test
    void callerThatGivesUpDoesNotTakeTheKeysFromOthers() {
        CompletableFuture<TenantKeyset> patient = node.keysets.load(tenant).subscribeAsCompletionStage();
        Cancellable hasty = node.keysets.load(tenant).subscribe().with(ignored -> {});

        hasty.cancel();

        assertThat(patient).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void exchangedKeysOfTwoTenantsAreRefusedForBoth() {
        TenantKey other = KeyFixture.freshTenant();
        node.keysets.prepare(tenant);
        node.keysets.prepare(other);
        byte[] mine = wrapped(tenant);
        byte[] theirs = wrapped(other);
        replace(tenant, theirs);
        replace(other, mine);

        try (KeyFixture fresh = new KeyFixture(folder, KeyFixture.LIMITS)) {
            for (TenantKey each : new TenantKey[] {tenant, other}) {
                assertThatExceptionOfType(ProblemException.class)
                        .isThrownBy(() -> fresh.keysets.prepare(each))
                        .satisfies(problem -> assertThat(problem.type()).isEqualTo(CryptoProblem.KMS_UNAVAILABLE));
            }
        }
    }

    @Test
    void rowSecurityHidesKeysOutsideTheTenantsTransaction() {
        node.keysets.prepare(tenant);

        assertThat(await(node.main.query("select count(*) from platform.keyset").execute())
                        .iterator()
                        .next()
                        .getLong(0))
                .isZero();
    }

    private byte[] wrapped(TenantKey of) {
        return await(new KeysetStore(node.main).read(of)).stream()
                .filter(key -> key.purpose() == KeyPurpose.KEK_S2)
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private void replace(TenantKey of, byte[] bytes) {
        await(node.main.withTransaction(connection -> connection
                .preparedQuery("select set_config('jianmi.tenant', $1, true)")
                .execute(Tuple.of(of.value()))
                .chain(() -> connection
                        .preparedQuery(
                                "update platform.keyset set wrapped = $2 where tenant = $1 and purpose = 'kek-S2'")
                        .execute(Tuple.of(of.value(), io.vertx.core.buffer.Buffer.buffer(bytes))))));
    }
}
