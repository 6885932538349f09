package io.jianmi.core.notification;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Forgets what members were told half a year ago, and mails that never left. */
@Singleton
public final class NotificationChore implements Chore {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int SOME = 1_000;

    private final InstantSource clock;

    public NotificationChore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return connection
                .preparedQuery("""
                        with old as (delete from "%1$s".notification where id = any(array(select id from "%1$s".notification
                         where at < $1 limit $2)) returning id), mails as (delete from "%1$s".notification_mail
                         where notification in (select id from old)) select count(*) from old
                        """.formatted(tenant.schema()))
                .execute(Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC), SOME))
                .map(rows -> rows.iterator().next().getLong(0) == SOME);
    }
}
