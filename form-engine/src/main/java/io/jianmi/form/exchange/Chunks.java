package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.exchange.Vault.Owner;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** The sealed pieces of jobs. */
@Singleton
final class Chunks {

    private final Pool pool;
    private final Vault vault;

    Chunks(Pool pool, Vault vault) {
        this.pool = pool;
        this.vault = vault;
    }

    Uni<Void> put(Owner owner, int part, JsonNode value) {
        String sql = """
                insert into "%s".exchange_chunk (job, part, sealed) values ($1, $2, $3)
                """.formatted(owner.tenant().schema());
        return vault.seal(owner, place(part), value)
                .chain(bytes -> pool.preparedQuery(sql).execute(Tuple.of(owner.job(), part, Buffer.buffer(bytes))))
                .replaceWithVoid();
    }

    /** As {@link #put}, for a worker: one that has lost its job leaves nothing between the pieces of the next. */
    Uni<Void> put(JobStore.Leased leased, int part, JsonNode value) {
        Owner owner = Owner.of(leased.job());
        String sql = """
                insert into "%1$s".exchange_chunk (job, part, sealed)
                select $1, $2, $3 from "%1$s".exchange_job where id = $1 and lease = $4
                """.formatted(owner.tenant().schema());
        return vault.seal(owner, place(part), value)
                .chain(bytes -> pool.preparedQuery(sql)
                        .execute(Tuple.of(owner.job(), part, Buffer.buffer(bytes), leased.lease())))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw ProblemException.of(ExchangeProblem.LET_GO);
                    }
                })
                .replaceWithVoid();
    }

    private static String place(int part) {
        return "part." + part;
    }

    /** Fails with {@link ExchangeProblem#EXPIRED} when the piece is gone. */
    Uni<JsonNode> get(Owner owner, int part) {
        return pool.preparedQuery("select sealed from \"%s\".exchange_chunk where job = $1 and part = $2"
                        .formatted(owner.tenant().schema()))
                .execute(Tuple.of(owner.job(), part))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.of(ExchangeProblem.EXPIRED);
                    }
                    byte[] stored =
                            rows.iterator().next().getDelegate().getBuffer(0).getBytes();
                    return vault.open(owner, place(part), stored);
                });
    }

    Uni<Void> clear(Owner owner) {
        return pool.preparedQuery("delete from \"%s\".exchange_chunk where job = $1"
                        .formatted(owner.tenant().schema()))
                .execute(Tuple.of(owner.job()))
                .replaceWithVoid();
    }
}
