package io.jianmi.core.simulation;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Perspective;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code simulation}: everybody reaches his own, while they last. */
@Singleton
final class SimulationStore {

    private final Pool pool;

    SimulationStore(Pool pool) {
        this.pool = pool;
    }

    /** One that the viewer has begun and that is not over; empty for any other. */
    Uni<Optional<Simulation>> live(Actor viewer, UUID id, Instant now) {
        return pool.preparedQuery("""
                        select id, viewer, kind, key, started_at, until from "%s".simulation
                        where id = $1 and viewer = $2 and until > $3 and ended_at is null
                        """.formatted(viewer.tenant().schema()))
                .execute(Tuple.of(id, viewer.id().value(), utc(now)))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(read(row));
                    }
                    return Optional.empty();
                });
    }

    static Write begin(TenantKey tenant, Simulation simulation) {
        return Write.one(
                "insert into \"%s\".simulation (id, viewer, kind, key, started_at, until) values ($1, $2, $3, $4, $5, $6)"
                        .formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(simulation.id())
                        .addString(simulation.viewer().value())
                        .addString(simulation.as().kind().word())
                        .addString(simulation.as().key())
                        .addOffsetDateTime(utc(simulation.startedAt()))
                        .addOffsetDateTime(utc(simulation.until())));
    }

    static Write end(TenantKey tenant, Simulation simulation, Instant now) {
        return Write.one(
                "update \"%s\".simulation set ended_at = $2 where id = $1 and ended_at is null"
                        .formatted(tenant.schema()),
                Tuple.of(simulation.id(), utc(now)),
                CommonProblem.NOT_FOUND);
    }

    private static Simulation read(Row row) {
        return new Simulation(
                row.getUUID(0),
                new MemberId(row.getString(1)),
                new Perspective(Perspective.Kind.parse(row.getString(2)).orElseThrow(), row.getString(3)),
                row.getOffsetDateTime(4).toInstant(),
                row.getOffsetDateTime(5).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
