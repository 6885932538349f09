package io.jianmi.form.record;

import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How fields were stored when a row of the history was written: a version may have given one another type since, or sealed it otherwise.
 */
@Singleton
final class FormerFields {

    private final CompiledForms forms;

    FormerFields(CompiledForms forms) {
        this.forms = forms;
    }

    /** The versions of a form that are needed beside the one at hand. */
    record Versions(CompiledForm now, Map<Integer, CompiledForm> before) {

        /** The field as that version had it; empty when it did not. */
        Optional<CompiledField> field(String key, int version) {
            return moved(key, version)
                    ? Optional.ofNullable(before.get(version)).flatMap(form -> form.field(key))
                    : now.field(key);
        }

        /** Which classes of keys they need, all of them. */
        Set<KeyClass> keys() {
            Set<KeyClass> classes = RecordKeys.all(now);
            before.values().forEach(form -> classes.addAll(RecordKeys.all(form)));
            return classes;
        }

        /** Whether the field was stored otherwise then. */
        boolean moved(String key, int version) {
            return version < now.kept().columns().getOrDefault(key, 0);
        }
    }

    /** @param versions under which rows were written or sealed */
    Uni<Versions> of(TenantKey tenant, CompiledForm now, Collection<Integer> versions) {
        int last = now.kept().columns().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        Map<Integer, CompiledForm> before = new HashMap<>();
        return Multi.createFrom()
                .iterable(versions.stream()
                        .filter(version -> version < last)
                        .distinct()
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(version ->
                        forms.version(tenant, now.key(), version).invoke(found -> before.put(version, found.form())))
                .collect()
                .asList()
                .replaceWith(() -> new Versions(now, before));
    }

    /** Under which version a row of the history was written. */
    static int written(Row row) {
        return row.getInteger("form_version");
    }

    /** Under which version its ciphertexts are sealed. */
    static int sealed(Row row) {
        Integer sealed = row.getInteger("sealed_version");
        return sealed == null ? written(row) : sealed;
    }
}
