package io.jianmi.core.audit;

import io.jianmi.core.audit.tree.Checkpoint;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A fresh tenant with an empty log, and all parts of the log wired by hand. */
final class AuditFixture implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final InstantSource clock = Clock.systemUTC();
    final Ids ids = new Ids(clock, new SecureRandom());
    final TenantKey tenant =
            new TenantKey("a" + ids.next().toString().replace("-", "").substring(8, 32));
    final JdkSigner signer = new JdkSigner();
    final MemoryAnchor anchor = new MemoryAnchor();
    final MemoryKeys keys = new MemoryKeys(ids);
    final Vertx vertx = Vertx.vertx();
    final Pool pool = pool();
    final AuditStore store = new AuditStore(pool, tenant);
    final TenantWriter tenantWriter = new TenantWriter(pool);
    final EntryWriter entryWriter = new EntryWriter(ids, clock, keys, new SystemSubjects(pool, keys));
    final Sequencers sequencers = sequencers();
    final MerkleLog log = new MerkleLog(entryWriter, sequencers);
    final Actor actor =
            new Actor(tenant, new MemberId("u-1"), "Ann", Set.of("auditor"), List.of(), Set.of(), false, "2", null);

    AuditFixture() {
        TestDatabase.Endpoint main = TestDatabase.shared().main();
        Flyway.configure()
                .dataSource(main.jdbcUrl(), main.user(), main.password())
                .schemas(tenant.schema())
                .defaultSchema(tenant.schema())
                .locations("classpath:db/tenant")
                .load()
                .migrate();
    }

    Pool pool() {
        return new Pool(PgBuilder.pool(pool -> pool.with(new PoolOptions().setMaxSize(6))
                .connectingTo(TestDatabase.shared().main().options())
                .using(vertx)));
    }

    Sequencers sequencers() {
        return new Sequencers(() -> Set.of(tenant), pool, signer, anchor, clock);
    }

    Sequencer sequencer() {
        return Sequencer.open(tenant, store, signer, anchor, clock);
    }

    /** Commits one entry per object and answers their ids. */
    List<UUID> append(int count) {
        List<AuditDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(AuditDraft.of("record.create", "record/customer/" + i));
        }
        return append(drafts);
    }

    List<UUID> append(List<AuditDraft> drafts) {
        List<PendingEntry> entries = await(log.prepare(actor, drafts));
        await(tenantWriter.commit(List.of(log.insert(tenant, entries))));
        return entries.stream().map(PendingEntry::id).toList();
    }

    /** Numbers and signs everything that is pending. */
    void settle() {
        Sequencer sequencer = sequencer();
        int numbered;
        do {
            numbered = sequencer.number();
        } while (numbered > 0);
        sequencer.sign();
    }

    VerifierKey verifierKey() {
        return new VerifierKey(EntryText.origin(tenant), signer.publicKey(tenant));
    }

    Checkpoint newestCheckpoint() {
        return Checkpoint.parse(await(store.newestCheckpoint()).orElseThrow().note());
    }

    /** Size of the newest signed tree head, 0 before the first. */
    long signedSize() {
        return await(store.newestCheckpoint())
                .map(signed -> signed.head().size())
                .orElse(0L);
    }

    /** As the role that owns the log: also to do what the server may not. */
    List<Row> rows(String sql) {
        List<Row> rows = new ArrayList<>();
        await(store.inTransaction(connection ->
                        connection.query(sql.replace("{t}", tenant.schema())).execute()))
                .forEach(rows::add);
        return rows;
    }

    static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        pool.close().await().atMost(PATIENCE);
        vertx.close();
    }
}
