package io.jianmi.core.audit;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The audit log of this node: entries go in unnumbered, the {@link Sequencers} do the rest. */
@Singleton
public final class MerkleLog implements AuditLog {

    private static final String COLUMNS = "(id, at, actor, action, object, allowed, ctx, pc, salt, payload, subject)";
    private static final String ONCE = " on conflict (id) do nothing";

    private final EntryWriter writer;
    private final Sequencers sequencers;

    public MerkleLog(EntryWriter writer, Sequencers sequencers) {
        this.writer = writer;
        this.sequencers = sequencers;
    }

    @Override
    public Uni<List<PendingEntry>> prepare(Actor actor, List<AuditDraft> drafts) {
        return writer.write(
                actor.tenant(),
                drafts.stream().map(draft -> writer.note(actor, draft)).toList());
    }

    /** What is handed in twice is there once. */
    @Override
    public Write insert(TenantKey tenant, List<PendingEntry> entries) {
        String into = "insert into \"" + tenant.schema() + "\".audit_pending " + COLUMNS;
        return entries.size() == 1 ? one(into, entries.get(0)) : many(into, entries);
    }

    @Override
    public void committed(TenantKey tenant) {
        sequencers.grown(tenant);
    }

    @Override
    public Uni<AuditReceipt> sealed(TenantKey tenant, UUID entry) {
        return sequencers.sealed(tenant, entry);
    }

    /** Most commands leave one entry; plain values are cheaper to plan and send than arrays. */
    private static Write one(String into, PendingEntry entry) {
        return Write.any(
                into + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)" + ONCE,
                Tuple.tuple()
                        .addValue(entry.id())
                        .addValue(entry.at())
                        .addValue(entry.actor())
                        .addValue(entry.action())
                        .addValue(entry.object())
                        .addValue(entry.allowed())
                        .addValue(entry.context())
                        .addValue(entry.commitment())
                        .addValue(buffer(entry.salt()))
                        .addValue(buffer(entry.payload()))
                        .addValue(entry.subject()));
    }

    private static Write many(String into, List<PendingEntry> entries) {
        return Write.any(
                into + " select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[],"
                        + " $6::boolean[], $7::text[], $8::text[], $9::bytea[], $10::bytea[], $11::uuid[])"
                        + ONCE,
                Tuple.tuple()
                        .addValue(column(entries, PendingEntry::id, UUID[]::new))
                        .addValue(column(entries, PendingEntry::at, OffsetDateTime[]::new))
                        .addValue(column(entries, PendingEntry::actor, String[]::new))
                        .addValue(column(entries, PendingEntry::action, String[]::new))
                        .addValue(column(entries, PendingEntry::object, String[]::new))
                        .addValue(column(entries, PendingEntry::allowed, Boolean[]::new))
                        .addValue(column(entries, PendingEntry::context, String[]::new))
                        .addValue(column(entries, PendingEntry::commitment, String[]::new))
                        .addValue(column(entries, entry -> buffer(entry.salt()), Buffer[]::new))
                        .addValue(column(entries, entry -> buffer(entry.payload()), Buffer[]::new))
                        .addValue(column(entries, PendingEntry::subject, UUID[]::new)));
    }

    private static <T> T[] column(
            List<PendingEntry> entries, Function<PendingEntry, @Nullable T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
