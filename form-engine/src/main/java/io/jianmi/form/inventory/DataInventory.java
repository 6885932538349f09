package io.jianmi.form.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the newest versions of all forms of a tenant hold about people. */
@Singleton
final class DataInventory {

    /** What the planner believes: counting would read every table (PostgreSQL, pg_class.reltuples; -1 where it does not know yet). */
    private static final String ESTIMATES = """
            select relname, reltuples::bigint from pg_class
            where relnamespace = (select oid from pg_namespace where nspname = $1) and relname = any($2) and reltuples >= 0
            """;

    private final CompiledForms forms;
    private final Pool pool;

    DataInventory(CompiledForms forms, Pool pool) {
        this.forms = forms;
        this.pool = pool;
    }

    /** All on one page; {@code next} is always null. */
    Uni<ObjectNode> of(TenantKey tenant) {
        return forms.all(tenant).chain(all -> estimates(tenant, all).map(records -> page(all, records)));
    }

    private Uni<Map<String, Long>> estimates(TenantKey tenant, List<CompiledForms.Published> all) {
        String[] tables = all.stream().map(one -> one.form().table().name()).toArray(String[]::new);
        return pool.preparedQuery(ESTIMATES)
                .execute(Tuple.of(tenant.schema(), tables))
                .map(rows -> {
                    Map<String, Long> known = new HashMap<>();
                    for (Row row : rows) {
                        known.put(row.getString(0), row.getLong(1));
                    }
                    return known;
                });
    }

    private static ObjectNode page(List<CompiledForms.Published> all, Map<String, Long> records) {
        ObjectNode page = Json.NODES.objectNode();
        ArrayNode items = page.putArray("items");
        for (CompiledForms.Published one : all) {
            CompiledForm form = one.form();
            ObjectNode told = FormInventory.of(one.app(), form);
            if (!told.path("fields").isEmpty()) {
                items.add(told.put("records", records.get(form.table().name())));
            }
        }
        page.putNull("next");
        return page;
    }
}
