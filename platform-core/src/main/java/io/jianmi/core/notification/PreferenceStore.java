package io.jianmi.core.notification;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.notification.Preferences.Choice;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rows of {@code notification_preference}: everybody reaches his own. */
@Singleton
final class PreferenceStore {

    private final Pool pool;

    PreferenceStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Preferences> of(Actor actor) {
        return pool.preparedQuery("select kind, listed, mailed from \"%s\".notification_preference where member = $1"
                        .formatted(actor.tenant().schema()))
                .execute(Tuple.of(actor.id().value()))
                .map(rows -> {
                    Map<NotificationKind, Choice> choices = new EnumMap<>(NotificationKind.class);
                    rows.forEach(row -> NotificationKind.of(row.getString(0))
                            .ifPresent(kind -> choices.put(kind, new Choice(row.getBoolean(1), row.getBoolean(2)))));
                    return new Preferences(choices);
                });
    }

    static Write put(Actor actor, Preferences preferences) {
        List<NotificationKind> kinds = List.copyOf(preferences.choices().keySet());
        return Write.any(
                """
                insert into "%s".notification_preference as p (member, kind, listed, mailed)
                select $1, k, l, m from unnest($2::text[], $3::boolean[], $4::boolean[]) x(k, l, m)
                on conflict (member, kind) do update set listed = excluded.listed, mailed = excluded.mailed
                """.formatted(actor.tenant().schema()),
                Tuple.of(
                        actor.id().value(),
                        kinds.stream().map(NotificationKind::key).toArray(String[]::new),
                        kinds.stream()
                                .map(kind -> preferences.of(kind).listed())
                                .toArray(Boolean[]::new),
                        kinds.stream()
                                .map(kind -> preferences.of(kind).mailed())
                                .toArray(Boolean[]::new)));
    }
}
