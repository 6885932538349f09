package io.jianmi.core.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.crypto.SessionSeal;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgSource;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.testing.TestDatabase;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SessionRenewalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final int AT_ONCE = 20;

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.newInstance(io.vertx.sqlclient.Pool.pool(
            vertx.getDelegate(), TestDatabase.shared().main().options(), new PoolOptions().setMaxSize(4)));
    private final SessionSeal seal = SessionSeal.fresh();
    private final Provider provider = new Provider();
    private Instant now = NOW;
    private final SessionRenewal renewal = new SessionRenewal(pool, () -> now, provider);

    @BeforeEach
    void keep() {
        pool.preparedQuery("insert into platform.session (id, tokens, ends_at) values ($1, $2, $3)")
                .execute(Tuple.of(
                        seal.id(),
                        Buffer.buffer(seal.seal(expiring(0).bytes())),
                        NOW.plus(Duration.ofHours(12)).atOffset(ZoneOffset.UTC)))
                .await()
                .atMost(PATIENCE);
    }

    @AfterEach
    void close() {
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
    }

    @Test
    void whatIsGoodForLongIsNotRenewed() {
        SessionTokens kept = expiring(600);

        assertThat(fresh(kept)).isEqualTo(kept);
        assertThat(provider.asked).hasValue(0);
    }

    @Test
    void oneOfManyRenewsWhatIsAboutToExpireAndTheOthersGoOnWithIt() {
        SessionTokens kept = expiring(30);

        List<SessionTokens> got = atOnce(kept);

        assertThat(provider.asked).hasValue(1);
        assertThat(got).hasSize(AT_ONCE).containsOnly(kept, provider.given());
        assertThat(stored()).contains(provider.given());
    }

    @Test
    void oneOfManyRenewsWhatHasExpiredAndTheOthersWaitForIt() {
        List<SessionTokens> got = atOnce(expiring(0));

        assertThat(provider.asked).hasValue(1);
        assertThat(got).hasSize(AT_ONCE).containsOnly(provider.given());
    }

    @Test
    void whatTheProviderRefusesIsOverForAllOfThem() {
        provider.answer = new OrgSource.Renewal.Over();

        assertThatThrownBy(() -> fresh(expiring(0))).isInstanceOf(AuthenticationFailedException.class);
        assertThat(stored()).isEmpty();
        assertThatThrownBy(() -> fresh(expiring(0))).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void whatCannotBeRenewedNowIsUsedWhileItIsGoodAndStandsAfterwards() {
        provider.answer = new OrgSource.Renewal.NoAnswer();
        SessionTokens kept = expiring(0);

        assertThat(fresh(expiring(30))).isEqualTo(expiring(30));
        assertThatThrownBy(() -> fresh(kept))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().code()).isEqualTo("system.unavailable"));
        assertThat(stored()).contains(kept);

        provider.answer = provider.tokens();
        assertThat(fresh(kept)).isEqualTo(provider.given());
    }

    @Test
    void whatANodeBeganThatDiedIsBegunAnewAfterAWhile() {
        provider.silent = true;
        renewal.fresh(seal, expiring(0)).subscribe().with(tokens -> {});
        await(() -> provider.asked.get() == 1);
        provider.silent = false;

        now = NOW.plusSeconds(11);

        assertThat(fresh(expiring(0))).isEqualTo(provider.given());
    }

    private SessionTokens fresh(SessionTokens kept) {
        return renewal.fresh(seal, kept).await().atMost(PATIENCE);
    }

    private List<SessionTokens> atOnce(SessionTokens kept) {
        return Uni.join()
                .all(IntStream.range(0, AT_ONCE)
                        .mapToObj(each -> renewal.fresh(seal, kept))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
    }

    private Optional<SessionTokens> stored() {
        RowIterator<Row> rows = pool.preparedQuery("select tokens from platform.session where id = $1")
                .execute(Tuple.of(seal.id()))
                .await()
                .atMost(PATIENCE)
                .iterator();
        return rows.hasNext()
                ? Optional.of(
                        SessionTokens.parse(seal.open(rows.next().getBuffer(0).getBytes())))
                : Optional.empty();
    }

    private static SessionTokens expiring(int seconds) {
        return new SessionTokens(idToken(NOW.plusSeconds(seconds)), "a".repeat(8), "refresh");
    }

    private static String idToken(Instant expiry) {
        String claims = "{\"exp\":" + expiry.getEpochSecond() + "}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
    }

    private static void await(BooleanSupplier done) {
        for (int look = 0; look < 200 && !done.getAsBoolean(); look++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    /** Renews a little later than asked, as over a network, or says nothing at all. */
    private static final class Provider implements OrgSource {

        final AtomicInteger asked = new AtomicInteger();
        volatile boolean silent;
        volatile Renewal answer = tokens();

        Renewal.Tokens tokens() {
            return new Renewal.Tokens(idToken(NOW.plusSeconds(900)), "new", "newer");
        }

        SessionTokens given() {
            return SessionTokens.of(tokens());
        }

        @Override
        public Uni<Renewal> renew(String refreshToken) {
            asked.incrementAndGet();
            return silent
                    ? Uni.createFrom().nothing()
                    : Uni.createFrom().item(answer).onItem().delayIt().by(Duration.ofMillis(300));
        }

        @Override
        public Pages pages() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> readAt() {
            return Optional.empty();
        }

        @Override
        public boolean answers() {
            return true;
        }

        @Override
        public void read() {}

        @Override
        public Optional<Boolean> secondFactor(MemberId member) {
            return Optional.empty();
        }

        @Override
        public Uni<Boolean> signOut(String refreshToken) {
            return Uni.createFrom().item(true);
        }
    }
}
