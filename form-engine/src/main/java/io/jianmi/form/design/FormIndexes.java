package io.jianmi.form.design;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.TablePlan;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives tables that were made by an earlier release the indexes that forms have since then, beside the writers. What is published anew
 * gets them with that.
 */
@Singleton
public final class FormIndexes implements Chore {

    private final CompiledForms forms;
    private final FormTables tables;
    private final Set<Seen> seen = ConcurrentHashMap.newKeySet();

    FormIndexes(CompiledForms forms, FormTables tables) {
        this.forms = forms;
        this.tables = tables;
    }

    /** A table that lacked nothing when this node looked. */
    private record Seen(TenantKey tenant, String form, int version) {}

    @Override
    public String name() {
        return "form-indexes";
    }

    /** @param connection holds the lock of this chore; an index is built outside of any transaction */
    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return forms.all(tenant).chain(all -> {
            Uni<Boolean> done = Uni.createFrom().item(false);
            for (CompiledForms.Published published : all) {
                Seen now = new Seen(
                        tenant, published.form().key(), published.form().version());
                if (!seen.contains(now)) {
                    done = done.chain(() -> complete(tenant, published.form().table()))
                            .invoke(() -> seen.add(now));
                }
            }
            return done;
        });
    }

    private Uni<Boolean> complete(TenantKey tenant, TablePlan plan) {
        return tables.plan(tenant, plan)
                .chain(migration -> tables.run(tenant, migration.building(plan)))
                .replaceWith(false);
    }
}
