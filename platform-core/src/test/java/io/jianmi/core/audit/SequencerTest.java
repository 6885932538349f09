package io.jianmi.core.audit;

import static io.jianmi.core.audit.AuditFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.audit.tree.Checkpoint;
import io.jianmi.core.audit.tree.CompactRange;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.InclusionProof;
import io.jianmi.core.audit.tree.ProofPlan;
import io.jianmi.core.json.Json;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SequencerTest {

    private final AuditFixture fixture = new AuditFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void numbersEntriesFromZeroAndSignsTheirTree() {
        List<UUID> ids = fixture.append(3);
        fixture.settle();

        List<Row> rows = fixture.rows("select leaf, entry_id, canonical from \"{t}\".audit_entry order by leaf");
        assertThat(rows.stream().map(row -> row.getUUID(1)).toList()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(rows.get(1).getString(2))
                .startsWith(
                        "{\"act\":\"record.create\",\"actor\":\"u-1\",\"ctx\":{\"acr\":\"2\"},\"log\":\"jianmi.io/audit/"
                                + fixture.tenant + "\",\"obj\":\"record/customer/")
                .contains("\"out\":\"allow\",\"seq\":1,\"ts\":\"")
                .endsWith("Z\",\"v\":1}");
        assertThat(fixture.newestCheckpoint().head().size()).isEqualTo(3);
        assertLogIsWhole(3);
    }

    @Test
    void proofsComeFromTilesAcrossTheirEdge() {
        fixture.append(700);
        fixture.settle();
        fixture.append(50);
        fixture.settle();
        Hash root = fixture.newestCheckpoint().head().root();
        List<Row> rows = fixture.rows("select leaf_hash from \"{t}\".audit_entry order by leaf");
        assertThat(fixture.rows("select * from \"{t}\".audit_tile")).hasSize(2);
        for (long leaf : new long[] {0, 255, 256, 511, 512, 699, 700, 749}) {
            List<Hash> proof = await(fixture.store.proof(ProofPlan.inclusion(leaf, 750), 750));
            Hash leafHash = Hash.of(rows.get((int) leaf).getBuffer(0).getBytes());
            assertThat(new InclusionProof(leaf, 750, proof).verifies(leafHash, root))
                    .as("leaf %d", leaf)
                    .isTrue();
        }
        assertLogIsWhole(750);
    }

    @Test
    void resumesWhereverItWasStopped() {
        fixture.append(300);
        stoppedWhileNumbering();
        fixture.sequencer().number();
        fixture.append(20);
        stoppedWhileSigning(() -> fixture.signer.refuses = true);
        fixture.signer.refuses = false;
        stoppedWhileSigning(() -> fixture.anchor.failsBefore = true);
        fixture.anchor.failsBefore = false;
        stoppedWhileSigning(() -> fixture.anchor.failsAfter = true);
        fixture.anchor.failsAfter = false;
        assertThat(fixture.rows("select * from \"{t}\".audit_checkpoint")).isEmpty();

        fixture.settle();

        assertLogIsWhole(320);
        assertThat(fixture.newestCheckpoint().head().size()).isEqualTo(320);
    }

    /** Whoever hands notes in and does not hear in time that they arrived hands them in again. */
    @Test
    void whatIsHandedInTwiceStandsOnce() {
        List<PendingEntry> notes = await(fixture.log.prepare(
                fixture.actor, List.of(AuditDraft.of("a.one", "x/1"), AuditDraft.of("a.two", "x/2"))));
        handIn(notes);
        handIn(notes);
        handIn(notes.subList(0, 1));
        fixture.settle();
        assertThat(fixture.newestCheckpoint().head().size()).isEqualTo(2);

        Sequencer running = fixture.sequencer();
        handIn(notes);
        UUID next = fixture.append(1).get(0);
        assertThatThrownBy(running::number).as("the log takes no entry twice").isInstanceOf(RuntimeException.class);
        fixture.settle();

        assertThat(fixture.rows("select entry_id from \"{t}\".audit_entry order by leaf").stream()
                        .map(row -> row.getUUID(0)))
                .containsExactlyInAnyOrder(notes.get(0).id(), notes.get(1).id(), next);
        assertThat(fixture.rows("select 1 from \"{t}\".audit_pending")).isEmpty();
        assertLogIsWhole(3);
    }

    private void handIn(List<PendingEntry> notes) {
        await(fixture.tenantWriter.commit(List.of(fixture.log.insert(fixture.tenant, notes))));
    }

    @Test
    void anEntryThatCommitsLateIsNotLost() {
        SqlConnection slow = await(fixture.pool.getConnection());
        await(slow.query("begin").execute());
        List<PendingEntry> late = await(fixture.log.prepare(fixture.actor, List.of(AuditDraft.of("a.late", "x/1"))));
        var insert = fixture.log.insert(fixture.tenant, late);
        await(slow.preparedQuery(insert.sql()).execute(insert.parameters()));
        UUID early = fixture.append(1).get(0);
        assertThat(late.get(0).id()).isLessThan(early);

        fixture.settle();
        assertThat(fixture.newestCheckpoint().head().size()).isEqualTo(1);
        await(slow.query("commit").execute());
        fixture.settle();

        assertThat(fixture.rows("select entry_id from \"{t}\".audit_entry order by leaf").stream()
                        .map(row -> row.getUUID(0)))
                .containsExactly(early, late.get(0).id());
        await(slow.close());
    }

    @Test
    void twoSequencersThatBelieveInTheSameSizeCannotBothNumber() {
        Sequencer one = fixture.sequencer();
        Sequencer other = fixture.sequencer();
        fixture.append(2_500);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(one::number);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(other::number);
        List<Boolean> won = new ArrayList<>();
        for (CompletableFuture<Integer> each : List.of(first, second)) {
            won.add(each.handle((done, failure) -> failure == null && done > 0).join());
        }
        assertThat(won).contains(true);
        fixture.settle();
        assertLogIsWhole(2_500);
    }

    @Test
    void refusesToSignWhatDoesNotExtendItsLastTreeHead() {
        fixture.append(10);
        fixture.settle();
        fixture.append(1);
        Sequencer sequencer = fixture.sequencer();
        sequencer.number();
        fixture.rows("update \"{t}\".audit_entry set leaf_hash = sha256('forged') where leaf = 4");

        assertThatThrownBy(sequencer::sign).isInstanceOf(LogForkedException.class);
        assertThatThrownBy(fixture::sequencer).isInstanceOf(LogForkedException.class);
        assertThat(fixture.newestCheckpoint().head().size()).isEqualTo(10);
    }

    @Test
    void aRestoredDatabaseIsStoppedByTheAnchor() {
        fixture.append(10);
        fixture.settle();
        fixture.rows("delete from \"{t}\".audit_entry where leaf >= 5");
        fixture.rows("delete from \"{t}\".audit_checkpoint");

        assertThatThrownBy(fixture::sequencer).isInstanceOf(LogForkedException.class);
        fixture.append(20);
        assertThatThrownBy(fixture::sequencer).isInstanceOf(LogForkedException.class);
    }

    private void stoppedWhileNumbering() {
        assertThatThrownBy(() -> await(fixture.store.inTransaction(connection -> fixture.store
                        .take(connection, 100)
                        .chain(taken -> fixture.store.move(
                                connection,
                                taken.stream()
                                        .map(entry -> new Numbered(entry.id(), 0, "{}", Hash.EMPTY_ROOT))
                                        .limit(1)
                                        .toList(),
                                List.of()))
                        .invoke(() -> {
                            throw new IllegalStateException("stopped before the commit");
                        }))))
                .hasMessageContaining("stopped");
        assertThat(fixture.rows("select * from \"{t}\".audit_pending")).hasSize(300);
    }

    private void stoppedWhileSigning(Runnable obstacle) {
        Sequencer sequencer = fixture.sequencer();
        sequencer.number();
        obstacle.run();
        assertThatThrownBy(sequencer::sign).hasMessageContaining("stopped");
    }

    /** Contiguous numbers, each entry once, hashes and signed root as recomputed from the texts. */
    private void assertLogIsWhole(int size) {
        assertThat(fixture.rows("select * from \"{t}\".audit_pending")).isEmpty();
        List<Row> rows = fixture.rows("select leaf, entry_id, canonical from \"{t}\".audit_entry order by leaf");
        assertThat(rows).hasSize(size);
        assertThat(new HashSet<>(rows.stream().map(row -> row.getUUID(1)).toList()))
                .hasSize(size);
        CompactRange range = new CompactRange();
        for (Row row : rows) {
            assertThat(row.getLong(0)).isEqualTo(range.size());
            assertThat(Json.parse(row.getString(2)).path("seq").asLong()).isEqualTo(range.size());
            range.append(EntryText.leafHash(row.getString(2)));
        }
        Checkpoint newest = fixture.newestCheckpoint();
        assertThat(newest).isEqualTo(new Checkpoint(EntryText.origin(fixture.tenant), range.head()));
        assertThat(Checkpoint.isSignedBy(
                        fixture.verifierKey(),
                        await(fixture.store.newestCheckpoint()).orElseThrow().note()))
                .isTrue();
    }
}
