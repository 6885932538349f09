package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * How a person mapped the columns of a form's file last time. A heading is what somebody typed, so this is sealed; keys and all of it
 * belong to one person and one form.
 */
@Singleton
final class ImportHabits {

    private static final String PLACE = "habit";

    /** Headings that are remembered; with more, only those of this file are. */
    private static final int MOST = 1_000;

    private final Pool pool;
    private final Vault vault;

    ImportHabits(Pool pool, Vault vault) {
        this.pool = pool;
        this.vault = vault;
    }

    /** A stored habit and the keys it is sealed with, which stay its own however often it changes. */
    private record Kept(UUID subject, byte[] sealed) {}

    /** {@code {"columns", "match"}}, missing when there is none. */
    Uni<JsonNode> of(Actor actor, String app, CompiledForm form) {
        return kept(actor, app, form)
                .chain(kept -> kept.map(known -> open(actor.tenant(), known))
                        .orElseGet(() -> Uni.createFrom().item(MissingNode.getInstance())));
    }

    /** What was said this time goes before what was said earlier; headings that were not in this file stay known. */
    Uni<Void> remember(Actor actor, String app, CompiledForm form, ImportDesk.Options options) {
        if (options.columns().isEmpty() && options.match().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return kept(actor, app, form)
                .chain(kept -> kept.map(known -> change(actor, app, form, known, options))
                        .orElseGet(() -> begin(actor, app, form, options)));
    }

    private Uni<Void> change(Actor actor, String app, CompiledForm form, Kept known, ImportDesk.Options options) {
        String sql = """
                update "%s".import_habit set sealed = $5 where app = $1 and form = $2 and actor = $3 and subject = $4
                """;
        return open(actor.tenant(), known)
                .chain(earlier -> seal(actor.tenant(), known.subject(), merged(earlier, options)))
                .chain(habit -> write(sql, actor, app, form, new Kept(known.subject(), habit)))
                .replaceWithVoid();
    }

    /** Of two that begin at once the first stays; the other's keys have sealed nothing that is kept. */
    private Uni<Void> begin(Actor actor, String app, CompiledForm form, ImportDesk.Options options) {
        String sql = """
                insert into "%s".import_habit (app, form, actor, subject, sealed) values ($1, $2, $3, $4, $5)
                on conflict do nothing
                """;
        TenantKey tenant = actor.tenant();
        return vault.newSubject(tenant)
                .chain(subject -> seal(tenant, subject, merged(MissingNode.getInstance(), options))
                        .chain(habit -> write(sql, actor, app, form, new Kept(subject, habit)))
                        .chain(written ->
                                written == 1 ? Uni.createFrom().voidItem() : vault.destroy(owner(tenant, subject))));
    }

    private Uni<Optional<Kept>> kept(Actor actor, String app, CompiledForm form) {
        return pool.preparedQuery(
                        "select subject, sealed from \"%s\".import_habit where app = $1 and form = $2 and actor = $3"
                                .formatted(actor.tenant().schema()))
                .execute(Tuple.of(app, form.key(), actor.id().value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.empty();
                    }
                    Row row = rows.iterator().next();
                    return Optional.of(new Kept(
                            row.getUUID(0), row.getDelegate().getBuffer(1).getBytes()));
                });
    }

    private Uni<Integer> write(String sql, Actor actor, String app, CompiledForm form, Kept kept) {
        return pool.preparedQuery(sql.formatted(actor.tenant().schema()))
                .execute(Tuple.of(app, form.key(), actor.id().value(), kept.subject(), Buffer.buffer(kept.sealed())))
                .map(rows -> rows.rowCount());
    }

    private Uni<byte[]> seal(TenantKey tenant, UUID subject, JsonNode habit) {
        return vault.seal(owner(tenant, subject), PLACE, habit);
    }

    private Uni<JsonNode> open(TenantKey tenant, Kept kept) {
        return vault.open(owner(tenant, kept.subject()), PLACE, kept.sealed());
    }

    /** A habit is of no job; its keys are its own alone. */
    private static Vault.Owner owner(TenantKey tenant, UUID subject) {
        return new Vault.Owner(tenant, subject, subject);
    }

    private static JsonNode merged(JsonNode earlier, ImportDesk.Options options) {
        ObjectNode habit = Json.NODES.objectNode().put("match", options.match());
        ObjectNode columns = habit.putObject("columns");
        if (options.columns().size() + earlier.path("columns").size() <= MOST) {
            earlier.path("columns").properties().forEach(entry -> columns.set(entry.getKey(), entry.getValue()));
        }
        columns.setAll(options.columns());
        return habit;
    }
}
