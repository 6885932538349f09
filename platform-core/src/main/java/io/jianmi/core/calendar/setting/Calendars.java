package io.jianmi.core.calendar.setting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.core.cluster.Notice;
import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The calendars by which tenants work. From memory after the first time; forgotten when one is changed on any node. */
@Singleton
public final class Calendars implements NoticeListener {

    static final String TOPIC = "calendar";

    private final Pool pool;
    private final Map<TenantKey, Optional<WorkingCalendar>> kept = new ConcurrentHashMap<>();

    /** What was read before a change must not be kept after it. */
    private final AtomicLong changes = new AtomicLong();

    public Calendars(Pool pool) {
        this.pool = pool;
    }

    /** Empty for a tenant that counts by the clock alone. */
    public Uni<Optional<WorkingCalendar>> of(TenantKey tenant) {
        Optional<WorkingCalendar> known = kept.get(tenant);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long before = changes.get();
        return setting(tenant).map(CalendarSetting::inUse).invoke(read -> {
            if (changes.get() == before) {
                kept.put(tenant, read);
            }
        });
    }

    Uni<CalendarSetting> setting(TenantKey tenant) {
        return pool.preparedQuery("select enabled, body from \"%s\".calendar".formatted(tenant.schema()))
                .execute()
                .map(rows -> {
                    Iterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        return CalendarSetting.usual();
                    }
                    Row row = found.next();
                    return new CalendarSetting(row.getBoolean(0), (ObjectNode) Json.parse(row.getString(1)));
                });
    }

    static Notice notice(TenantKey tenant) {
        return new Notice(TOPIC, tenant, TOPIC);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(TenantKey tenant, String key) {
        changes.incrementAndGet();
        kept.remove(tenant);
    }

    @Override
    public void missed() {
        changes.incrementAndGet();
        kept.clear();
    }
}
