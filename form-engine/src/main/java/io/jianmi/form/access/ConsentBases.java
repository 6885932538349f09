package io.jianmi.form.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a form may be read for no other reason than that their person agreed (PIPL articles 13 and 15).
 *
 * @param purposes by path of a field, the consents that it rests on, each by its purposes: its own, and of a computed value those of all that it is
 *     computed from. A consent of no purpose is one to whatever the person was asked
 */
public record ConsentBases(Map<String, Set<Set<String>>> purposes) {

    public static final ConsentBases NONE = new ConsentBases(Map.of());

    public ConsentBases {
        Map<String, Set<Set<String>>> copy = new LinkedHashMap<>();
        purposes.forEach((path, sets) -> copy.put(path, Set.copyOf(sets)));
        purposes = Map.copyOf(copy);
    }

    public boolean any() {
        return !purposes.isEmpty();
    }

    /** The consents of a field, and of the subform it is a column of; empty when it rests on none. */
    public Set<Set<String>> of(String path) {
        Set<Set<String>> own = purposes.getOrDefault(path, Set.of());
        int dot = path.indexOf('.');
        Set<Set<String>> around = dot < 0 ? Set.of() : purposes.getOrDefault(path.substring(0, dot), Set.of());
        if (around.isEmpty()) {
            return own;
        }
        Set<Set<String>> both = new LinkedHashSet<>(own);
        both.addAll(around);
        return both;
    }

    /**
     * What is cut of a record.
     *
     * @param said of its person, as {@link ConsentStanding#parse} reads it; null when that could not be told
     * @return empty when no consent was taken back, so that all such records are decided alike
     */
    public List<Cap> caps(String @Nullable [] said) {
        return !any() || said != null && ConsentStanding.untroubled(said)
                ? List.of()
                : List.of(new ConsentCap(this, said));
    }
}
