package io.jianmi.core.audit;

import io.jianmi.core.audit.tree.Checkpoint;
import io.jianmi.core.audit.tree.ConsistencyProof;
import io.jianmi.core.audit.tree.Frontier;
import io.jianmi.core.audit.tree.ProofPlan;
import io.jianmi.core.audit.tree.Tile;
import io.jianmi.core.audit.tree.TreeHead;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.crypto.TreeHeadSigner;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Numbers, hashes and signs the entries of one tenant. Blocking; used by one thread. After any failure it is thrown away
 * and another one resumes from what is stored: each step is one transaction or may be repeated.
 */
final class Sequencer {

    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    /** Entries numbered in one transaction. */
    static final int BATCH = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TenantKey tenant;
    private final AuditStore store;
    private final TreeHeadSigner signer;
    private final AnchorSink anchor;
    private final InstantSource clock;
    private final Frontier frontier;
    private TreeHead signed;
    private long signedMillis;
    private final List<Numbered> unsigned = new ArrayList<>();

    private Sequencer(
            TenantKey tenant,
            AuditStore store,
            TreeHeadSigner signer,
            AnchorSink anchor,
            InstantSource clock,
            Frontier frontier,
            TreeHead signed) {
        this.tenant = tenant;
        this.store = store;
        this.signer = signer;
        this.anchor = anchor;
        this.clock = clock;
        this.frontier = frontier;
        this.signed = signed;
    }

    /**
     * Resumes the tenant's log.
     *
     * @throws LogForkedException when the stored log does not extend a checkpoint signed earlier, be it stored beside
     *     the log or anchored outside the database
     */
    static Sequencer open(
            TenantKey tenant, AuditStore store, TreeHeadSigner signer, AnchorSink anchor, InstantSource clock) {
        // Here and not with every batch: an entry that stands twice stops a sequencer, and another one takes over.
        int repeated = await(store.dropRepeated());
        if (repeated > 0) {
            LOG.warnf("audit.repeated tenant=%s %d entries had arrived before", tenant, repeated);
        }
        Frontier frontier = await(store.frontier());
        Sequencer sequencer = new Sequencer(tenant, store, signer, anchor, clock, frontier, TreeHead.EMPTY);
        sequencer.recall();
        return sequencer;
    }

    /** Takes up the last signed tree head; one that was anchored but not published any more is published now. */
    private void recall() {
        await(store.newestCheckpoint()).map(SignedTreeHead::note).ifPresent(note -> signed = verified(note));
        Optional<String> anchored = anchor.last(tenant);
        if (anchored.isPresent()) {
            TreeHead head = verified(anchored.get());
            extend(head);
            if (head.size() > signed.size()) {
                await(store.addCheckpoint(head, clock.instant().atOffset(ZoneOffset.UTC), anchored.get()));
                signed = head;
            }
        }
        extend(signed);
    }

    /** Numbers one batch; the answer is how many entries it held. */
    int number() {
        return await(store.inTransaction(
                connection -> store.take(connection, BATCH).chain(taken -> number(connection, taken))));
    }

    /** Whether there are entries that no signed tree head covers. */
    boolean grew() {
        return frontier.size() > signed.size();
    }

    /** Time since the last signature of this sequencer. */
    Duration sinceSigned() {
        return Duration.ofMillis(clock.millis() - signedMillis);
    }

    /**
     * Signs the present tree head, anchors it, then publishes it.
     *
     * @return receipts of the entries that this sequencer numbered since its last signature
     * @throws LogForkedException when the stored log does not extend the last signed tree head
     */
    List<AuditReceipt> sign() {
        TreeHead head = frontier.head();
        if (head.size() == signed.size()) {
            return List.of();
        }
        extend(signed);
        Checkpoint checkpoint = new Checkpoint(EntryText.origin(tenant), head);
        String note = checkpoint.note(key(), signer.sign(tenant, checkpoint.message()));
        anchor.keep(tenant, note);
        await(store.addCheckpoint(head, clock.instant().atOffset(ZoneOffset.UTC), note));
        signed = head;
        signedMillis = clock.millis();
        List<AuditReceipt> receipts = unsigned.stream()
                .map(entry -> new AuditReceipt(entry.id(), entry.leaf(), head.size()))
                .toList();
        unsigned.clear();
        return receipts;
    }

    private Uni<Integer> number(SqlConnection connection, List<Unnumbered> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        String log = EntryText.origin(tenant);
        List<Numbered> batch = new ArrayList<>(taken.size());
        List<Tile> full = new ArrayList<>();
        for (Unnumbered entry : taken) {
            String canonical = EntryText.canonical(log, frontier.size(), entry);
            Numbered numbered = new Numbered(entry.id(), frontier.size(), canonical, EntryText.leafHash(canonical));
            frontier.append(numbered.leafHash(), full::add);
            batch.add(numbered);
        }
        unsigned.addAll(batch);
        return store.move(connection, batch, full).replaceWith(batch.size());
    }

    /** Proves from what is stored that the present tree has the earlier one as its beginning. */
    private void extend(TreeHead earlier) {
        TreeHead head = frontier.head();
        if (earlier.size() == 0) {
            return;
        }
        if (earlier.size() > head.size()) {
            throw new LogForkedException("the log is shorter than its signed tree head");
        }
        ProofPlan plan = ProofPlan.consistency(earlier.size(), head.size());
        ConsistencyProof proof =
                new ConsistencyProof(earlier.size(), head.size(), await(store.proof(plan, head.size())));
        if (!proof.verifies(earlier.root(), head.root())) {
            throw new LogForkedException("the log does not extend its signed tree head");
        }
    }

    private TreeHead verified(String note) {
        Checkpoint checkpoint = Checkpoint.parse(note);
        if (!checkpoint.origin().equals(EntryText.origin(tenant)) || !Checkpoint.isSignedBy(key(), note)) {
            throw new LogForkedException("a kept checkpoint is not of this log");
        }
        return checkpoint.head();
    }

    private VerifierKey key() {
        return new VerifierKey(EntryText.origin(tenant), signer.publicKey(tenant));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
