package io.jianmi.form.compile;

import io.jianmi.core.privacy.masking.MaskId;
import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.privacy.masking.Maskers;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.definition.SensitivityTag;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Searchable;
import io.jianmi.form.field.TypedField;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves a field's sensitivity tag and says what is wrong with it (design 4, privacy 1.3). */
final class TagCompiler {

    private final Maskers maskers = Maskers.builtIn();

    Tag compile(FieldDefinition field, TypedField<?> type, Report report) {
        SensitivityTag written = field.sensitivity();
        Sensitivity implied = type.type().leastLevel();
        if (written == null) {
            if (type.type().freeText() && !field.computed()) {
                report.error("field.sensitivity-required", Map.of("key", field.key()));
            }
            Optional<DataCategory> category = categoryOf(type);
            return new Tag(implied, false, category, Set.of(), masker(category), null, null);
        }
        Report place = report.child("sensitivity");
        DataCategory kind = written.kind();
        Optional<DataCategory> category = kind == null ? categoryOf(type) : Optional.of(kind);
        checkLevel(written, implied, place);
        checkSearch(written, type, place);
        return new Tag(
                written.level(),
                true,
                category,
                written.purposes(),
                maskerOf(written, category, place),
                written.lawfulBasis(),
                written.retention());
    }

    private static void checkLevel(SensitivityTag tag, Sensitivity implied, Report place) {
        if (tag.level().compareTo(implied) < 0) {
            if (tag.waiver() == null || tag.waiver().isBlank()) {
                place.child("level").error("field.sensitivity-too-low", Map.of("least", implied.key()));
            } else {
                place.child("level").warning("field.sensitivity-waived", Map.of("least", implied.key()));
            }
        }
        if (tag.level().encrypted() && tag.purposes().isEmpty()) {
            place.warning("field.purpose-missing", Map.of());
        }
        if (tag.level().compareTo(Sensitivity.SENSITIVE) >= 0 && tag.lawfulBasis() == null) {
            place.warning("field.lawful-basis-missing", Map.of());
        }
    }

    private static void checkSearch(SensitivityTag tag, TypedField<?> type, Report place) {
        if (tag.search().isEmpty()) {
            return;
        }
        Report search = place.child("search");
        if (tag.level() == Sensitivity.SECRET) {
            search.error("field.search-secret");
        } else if (!tag.level().encrypted()) {
            search.warning("field.search-unneeded", Map.of());
        }
        Set<String> modes =
                type.capability(Searchable.class).map(Searchable::searchModes).orElse(Set.of());
        tag.search().stream()
                .filter(mode -> !modes.contains(mode))
                .forEach(mode -> search.error("field.search-unsupported", Map.of("mode", mode)));
    }

    private Masker maskerOf(SensitivityTag tag, Optional<DataCategory> category, Report place) {
        String asked = tag.mask();
        if (asked == null) {
            return masker(category);
        }
        Optional<Masker> found = maskers.find(new MaskId(asked));
        if (found.isEmpty()) {
            place.child("mask").error("field.mask-unknown");
            return masker(category);
        }
        if (!maskers.stricter(category, new MaskId(asked)) && tag.waiver() == null) {
            place.child("mask").error("field.mask-too-loose");
        }
        return found.get();
    }

    private Masker masker(Optional<DataCategory> category) {
        return category.map(maskers::of).orElseGet(maskers::ofText);
    }

    private static Optional<DataCategory> categoryOf(TypedField<?> type) {
        return type.capability(Maskable.class).flatMap(Maskable::category);
    }
}
