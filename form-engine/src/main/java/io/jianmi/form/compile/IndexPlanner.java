package io.jianmi.form.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.definition.SensitivityTag;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Searchable;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.TypedField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans the blind indexes of a protected field: with R rows, the bits of all its indexes that do not keep it unique must satisfy
 * 2 <= R / 2^bits <= sqrt(R), so that a token names a group and not a person (privacy 1.7).
 */
final class IndexPlanner {

    /** Full width: a unique value repeats nowhere in its column, so its token tells nothing there. */
    private static final int UNIQUE_BITS = 128;

    /** The upper end of the plan for 100,000 rows, which suits 40,000 to 200,000. */
    private static final int SHARED_BITS = 15;

    private static final String EXACT = "exact";

    private IndexPlanner() {}

    static List<SearchIndex> plan(
            FieldDefinition field, TypedField<?> type, Tag tag, boolean inSubform, Report report) {
        boolean unique = field.unique() && uniqueAllowed(type, tag, inSubform, report);
        if (!tag.level().encrypted()) {
            return List.of();
        }
        SensitivityTag written = field.sensitivity();
        Set<String> declared = written == null ? Set.of() : written.search();
        Set<String> supported =
                type.capability(Searchable.class).map(Searchable::searchModes).orElse(Set.of());
        Set<String> modes = new LinkedHashSet<>();
        if (unique) {
            modes.add(EXACT);
        }
        declared.stream().filter(supported::contains).forEach(modes::add);
        return indexes(field.key(), modes, declared, unique);
    }

    private static List<SearchIndex> indexes(String key, Set<String> modes, Set<String> declared, boolean unique) {
        int sharing = modes.size() - (unique ? 1 : 0);
        int left = SHARED_BITS;
        List<SearchIndex> indexes = new ArrayList<>();
        for (String mode : modes) {
            boolean keepsUnique = unique && mode.equals(EXACT);
            int bits = UNIQUE_BITS;
            if (!keepsUnique) {
                bits = (left + sharing - 1) / sharing;
                left -= bits;
                sharing--;
            }
            indexes.add(
                    new SearchIndex(mode, SearchIndex.column(key, mode), bits, keepsUnique, declared.contains(mode)));
        }
        return indexes;
    }

    private static boolean uniqueAllowed(TypedField<?> type, Tag tag, boolean inSubform, Report report) {
        boolean possible = tag.level().encrypted()
                ? type.capability(Searchable.class).isPresent() && tag.level().compareTo(Sensitivity.SECRET) < 0
                : type.capability(Sortable.class).isPresent()
                        || type.capability(Searchable.class).isPresent();
        if (!possible || inSubform) {
            report.child("unique")
                    .error(
                            "field.unique-unsupported",
                            Map.of("type", type.type().key()));
            return false;
        }
        return true;
    }
}
