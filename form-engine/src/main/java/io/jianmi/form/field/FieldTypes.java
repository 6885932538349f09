package io.jianmi.form.field;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The field types that this server knows: an immutable, ordered list. */
public final class FieldTypes {

    private final Map<String, FieldType<?>> byKey;

    public FieldTypes(List<FieldType<?>> types) {
        Map<String, FieldType<?>> map = new LinkedHashMap<>();
        for (FieldType<?> type : types) {
            if (map.put(type.key(), type) != null) {
                throw new IllegalArgumentException("two field types " + type.key());
            }
        }
        this.byKey = map;
    }

    public Optional<FieldType<?>> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** In palette order. */
    public Collection<FieldType<?>> all() {
        return List.copyOf(byKey.values());
    }
}
