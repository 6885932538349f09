package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.access.FieldAccess;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What derived fields of some records give one reader; what is not there does not exist for him. */
final class DerivedValues {

    private final Map<UUID, Map<String, Shown>> byRecord = new HashMap<>();

    /** @param access his access to it: a derived value is read or masked, never opened and never changed */
    record Shown(JsonNode value, FieldAccess access) {

        static Shown read(JsonNode value) {
            return new Shown(value, FieldAccess.READ);
        }

        static Shown masked(JsonNode mask) {
            return new Shown(mask, FieldAccess.MASKED);
        }
    }

    void put(UUID record, String field, Shown shown) {
        byRecord.computeIfAbsent(record, id -> new HashMap<>()).put(field, shown);
    }

    void putAll(DerivedValues others) {
        others.byRecord.forEach((record, fields) ->
                byRecord.computeIfAbsent(record, id -> new HashMap<>()).putAll(fields));
    }

    Optional<Shown> of(UUID record, String field) {
        return Optional.ofNullable(byRecord.getOrDefault(record, Map.of()).get(field));
    }
}
