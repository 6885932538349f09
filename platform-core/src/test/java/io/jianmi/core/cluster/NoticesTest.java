package io.jianmi.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class NoticesTest {

    private static final TenantKey TENANT = new TenantKey("acme");

    private final Node a = new Node();
    private final Node b = new Node();

    /** What one server node has of this. */
    private static final class Node implements NoticeListener {

        final List<String> changed = new CopyOnWriteArrayList<>();
        final AtomicInteger missed = new AtomicInteger();
        final Vertx vertx = Vertx.vertx();
        final Pool pool = Pool.newInstance(io.vertx.sqlclient.Pool.pool(
                vertx.getDelegate(), TestDatabase.shared().main().options(), new PoolOptions().setMaxSize(3)));
        final Notices notices = new Notices(pool);
        final NoticeReceiver receiver = new NoticeReceiver(pool, List.of(this));

        @Override
        public String topic() {
            return "form";
        }

        @Override
        public void changed(TenantKey tenant, String key) {
            changed.add(tenant + "/" + key);
        }

        @Override
        public void missed() {
            missed.incrementAndGet();
        }

        void tell(String topic, String key) {
            notices.tell(new Notice(topic, TENANT, key)).await().atMost(Duration.ofSeconds(5));
        }

        void close() {
            receiver.stop(new ShutdownEvent());
            pool.close().await().atMost(Duration.ofSeconds(5));
            vertx.close().await().atMost(Duration.ofSeconds(5));
        }
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    @Test
    void everyNodeLearnsOfTheTopicsItListensTo() {
        start();

        a.tell("workflow", "loan");
        a.tell("form", "customer");

        await().untilAsserted(() -> assertThat(b.changed).containsExactly("acme/customer"));
        await().untilAsserted(() -> assertThat(a.changed).containsExactly("acme/customer"));
    }

    @Test
    void textOfOthersOnTheChannelIsPassedOver() {
        start();

        a.pool.query("notify jianmi, 'form'").execute().await().atMost(Duration.ofSeconds(5));
        a.pool.query("notify jianmi, 'form NOT-A-TENANT customer'")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(5));
        a.tell("form", "company");

        await().untilAsserted(() -> assertThat(b.changed).containsExactly("acme/company"));
    }

    @Test
    void lostConnectionIsReplacedAndWhatWasMissedIsForgotten() {
        start();
        a.pool.query("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where query = 'listen jianmi' and pid <> pg_backend_pid()")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(5));
        a.tell("form", "unheard");

        await().untilAsserted(() -> {
            b.receiver.look().await().atMost(Duration.ofSeconds(6));
            assertThat(b.missed).hasValue(1);
        });
        a.tell("form", "heard");
        await().untilAsserted(() -> assertThat(b.changed).endsWith("acme/heard"));
    }

    private void start() {
        a.receiver.start(new StartupEvent());
        b.receiver.start(new StartupEvent());
    }
}
