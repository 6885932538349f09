package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.ColumnType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which groups a row that was just written lies in, evaluated here instead of in SQL; both let the same rows through
 * (the corpus of expressions runs against both). Pure.
 */
final class StoredScopes {

    /** Kinds of columns whose values are the same on both sides; of a time of writing that is not said. */
    private static final Set<ColumnType.Kind> EXACT = EnumSet.of(
            ColumnType.Kind.TEXT,
            ColumnType.Kind.NUMERIC,
            ColumnType.Kind.BOOLEAN,
            ColumnType.Kind.DATE,
            ColumnType.Kind.TEXT_ARRAY);

    private StoredScopes() {}

    /** Keys of those of the groups whose scope the row fulfils; empty when one of them cannot be told here. */
    static Optional<Set<String>> of(CompiledForm form, List<PermissionGroup> groups, Actor actor, StoredRecord row) {
        Set<String> inScope = new HashSet<>();
        for (PermissionGroup group : groups) {
            CompiledExpression scope = group.scope();
            if (group.alongside() != null) {
                return Optional.empty();
            }
            if (scope == null) {
                inScope.add(group.key());
                continue;
            }
            Optional<Map<String, @Nullable Object>> variables = variables(form, scope, row);
            if (variables.isEmpty()) {
                return Optional.empty();
            }
            variables.get().put("user", UserContext.of(actor));
            if (scope.admits(variables.get())) {
                inScope.add(group.key());
            }
        }
        return Optional.of(inScope);
    }

    private static Optional<Map<String, @Nullable Object>> variables(
            CompiledForm form, CompiledExpression scope, StoredRecord row) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (String key : scope.inputs()) {
            Optional<CompiledField> field = form.field(key);
            if (field.isEmpty()
                    || field.get().encrypted()
                    || !EXACT.contains(field.get().columnType().kind())) {
                return Optional.empty();
            }
            JsonNode value = row.clear().getOrDefault(key, Json.NODES.nullNode());
            variables.put(key, field.get().type().toExpression(value));
        }
        return Optional.of(variables);
    }
}
