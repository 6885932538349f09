package io.jianmi.form.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Saved views in the tenant's schema. */
@Singleton
final class ViewStore {

    private final Pool pool;
    private final InstantSource clock;

    ViewStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** A view and whether it was deleted. */
    record Kept(View view, boolean deleted) {}

    /** How many views there are already. */
    record Count(long own, long shared) {}

    /** His own and the shared ones, oldest first. */
    Uni<List<View>> of(Actor actor, String form) {
        return pool.preparedQuery("""
                        select id, owner, shared, version, content, deleted_at from "%s".record_view
                        where form = $1 and deleted_at is null and (owner = $2 or shared) order by id
                        """.formatted(actor.tenant().schema()))
                .execute(Tuple.of(form, actor.id().value()))
                .map(rows -> {
                    List<View> views = new ArrayList<>();
                    rows.forEach(row -> views.add(kept(row).view()));
                    return views;
                });
    }

    /** The same of many forms, by form. */
    Uni<Map<String, List<View>>> of(Actor actor, List<String> forms) {
        return pool.preparedQuery("""
                        select id, owner, shared, version, content, deleted_at, form from "%s".record_view
                        where form = any($1) and deleted_at is null and (owner = $2 or shared) order by id
                        """.formatted(actor.tenant().schema()))
                .execute(Tuple.of(forms.toArray(String[]::new), actor.id().value()))
                .map(rows -> {
                    Map<String, List<View>> views = new LinkedHashMap<>();
                    rows.forEach(row -> views.computeIfAbsent(row.getString(6), form -> new ArrayList<>())
                            .add(kept(row).view()));
                    return views;
                });
    }

    Uni<Optional<Kept>> find(Actor actor, String form, UUID id) {
        return pool.preparedQuery("""
                        select id, owner, shared, version, content, deleted_at from "%s".record_view
                        where form = $1 and id = $2
                        """.formatted(actor.tenant().schema()))
                .execute(Tuple.of(form, id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(kept(rows.iterator().next())));
    }

    Uni<Count> count(Actor actor, String owner, String form) {
        return pool.preparedQuery("""
                        select count(*) filter (where owner = $2), count(*) filter (where shared) from "%s".record_view
                        where form = $1 and deleted_at is null
                        """.formatted(actor.tenant().schema()))
                .execute(Tuple.of(form, owner))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Count(row.getLong(0), row.getLong(1));
                });
    }

    private static Kept kept(Row row) {
        ObjectNode content = (ObjectNode) Json.parse(row.getString(4));
        return new Kept(
                new View(
                        row.getUUID(0).toString(),
                        row.getString(1),
                        row.getBoolean(2),
                        row.getInteger(3),
                        ViewContent.parse(content, new ArrayList<>()),
                        null),
                row.getOffsetDateTime(5) != null);
    }

    static Write insert(Actor actor, String form, View view) {
        return Write.one(
                """
                insert into "%s".record_view (id, form, owner, shared, version, content)
                values ($1, $2, $3, $4, $5, $6)
                """.formatted(actor.tenant().schema()),
                Tuple.of(
                        UUID.fromString(view.id()),
                        form,
                        view.owner(),
                        view.shared(),
                        view.version(),
                        Json.write(view.content().json())));
    }

    /** The next version of a view that nobody has changed or deleted meanwhile. */
    static Write update(Actor actor, View next) {
        return Write.one(
                """
                update "%s".record_view set shared = $3, version = $2 + 1, content = $4
                where id = $1 and version = $2 and deleted_at is null
                """.formatted(actor.tenant().schema()),
                Tuple.of(
                        UUID.fromString(next.id()),
                        next.version() - 1,
                        next.shared(),
                        Json.write(next.content().json())),
                ViewProblem.STALE_VERSION);
    }

    /** Deletes a view, or takes that back. */
    Write trash(Actor actor, View view, boolean restore) {
        String sql = restore
                ? "update \"%s\".record_view set deleted_at = null, version = $2 + 1"
                        + " where id = $1 and version = $2 and deleted_at is not null"
                : "update \"%s\".record_view set deleted_at = $3, version = $2 + 1"
                        + " where id = $1 and version = $2 and deleted_at is null";
        Tuple values = Tuple.of(UUID.fromString(view.id()), view.version());
        return Write.one(
                sql.formatted(actor.tenant().schema()),
                restore ? values : values.addValue(clock.instant().atOffset(ZoneOffset.UTC)),
                ViewProblem.STALE_VERSION);
    }
}
