package io.jianmi.form.record;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tables and statements by tenant and version of a form; made once, since their SQL depends on nothing else. */
@Singleton
final class RecordTables {

    private static final int CACHED = 5_000;

    private final RestrictedSubjects restricted;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    RecordTables(RestrictedSubjects restricted) {
        this.restricted = restricted;
    }

    private record Key(TenantKey tenant, String form, int version) {}

    private record Entry(CompiledForm form, RecordTable table, RecordWrites writes) {}

    RecordTable table(TenantKey tenant, CompiledForm form) {
        return entry(tenant, form).table();
    }

    RecordWrites writes(TenantKey tenant, CompiledForm form) {
        return entry(tenant, form).writes();
    }

    private Entry entry(TenantKey tenant, CompiledForm form) {
        if (entries.size() > CACHED) {
            entries.clear();
        }
        Key key = new Key(tenant, form.key(), form.version());
        Entry known = entries.get(key);
        // A form that was deleted and made anew starts at version 1 again.
        if (known == null || known.form() != form) {
            RecordTable table = new RecordTable(tenant, form, restricted::none);
            known = new Entry(form, table, new RecordWrites(table));
            entries.put(key, known);
        }
        return known;
    }
}
