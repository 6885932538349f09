package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
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

    /** {@code {"columns", "match"}}, missing when there is none. */
    Uni<JsonNode> of(Actor actor, String app, CompiledForm form) {
        return pool.preparedQuery(
                        "select subject, sealed from \"%s\".import_habit where app = $1 and form = $2 and actor = $3"
                                .formatted(actor.tenant().schema()))
                .execute(Tuple.of(app, form.key(), actor.id().value()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(MissingNode.getInstance());
                    }
                    Row row = rows.iterator().next();
                    UUID subject = row.getUUID(0);
                    return vault.open(
                            actor.tenant(),
                            subject,
                            subject,
                            PLACE,
                            row.getDelegate().getBuffer(1).getBytes());
                });
    }

    /** What was said this time goes before what was said earlier; headings that were not in this file stay known. */
    Uni<Void> remember(Actor actor, String app, CompiledForm form, ImportDesk.Options options) {
        if (options.columns().isEmpty() && options.match().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String sql = """
                insert into "%s".import_habit (app, form, actor, subject, sealed) values ($1, $2, $3, $4, $5)
                on conflict (app, form, actor) do update set subject = excluded.subject, sealed = excluded.sealed
                """.formatted(actor.tenant().schema());
        return of(actor, app, form)
                .map(earlier -> merged(earlier, options))
                .chain(habit -> vault.newSubject(actor.tenant())
                        .chain(subject -> vault.seal(actor.tenant(), subject, subject, PLACE, habit)
                                .chain(habitual -> pool.preparedQuery(sql)
                                        .execute(Tuple.of(
                                                app,
                                                form.key(),
                                                actor.id().value(),
                                                subject,
                                                Buffer.buffer(habitual))))))
                .replaceWithVoid();
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
