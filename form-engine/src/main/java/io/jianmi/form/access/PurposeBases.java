package io.jianmi.form.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * For which purposes the protected fields of a form may be processed.
 *
 * @param purposes by path of a field, the purposes declared for what it is made of: its own, and of a computed value those of all that it is computed from, each
 *     a set of its own. A field whose definition names none stands for every purpose, as it does for reveals
 */
public record PurposeBases(Map<String, Set<Set<String>>> purposes) {

    public static final PurposeBases NONE = new PurposeBases(Map.of());

    public PurposeBases {
        Map<String, Set<Set<String>>> copy = new LinkedHashMap<>();
        purposes.forEach((path, sets) -> copy.put(path, Set.copyOf(sets)));
        purposes = Map.copyOf(copy);
    }

    /** Whether all that the field is made of may be processed for this purpose. */
    public boolean cover(String path, String purpose) {
        return purposes.getOrDefault(path, Set.of()).stream().allMatch(declared -> declared.contains(purpose));
    }
}
