package io.jianmi.form.compile;

import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field's sensitivity, resolved.
 *
 * @param level what was declared, implied by the type or inherited through a formula, whichever is highest
 * @param declared whether the definition named a level
 * @param category chooses the mask; from the tag, else from the type
 * @param purposes keys of the purposes for which the value may be revealed
 * @param masker the mask of texts
 * @param lawfulBasis such as {@code consent}; null when none is named
 * @param retention ISO 8601 period; null for the form's
 */
public record Tag(
        Sensitivity level,
        boolean declared,
        Optional<DataCategory> category,
        Set<String> purposes,
        Masker masker,
        @Nullable String lawfulBasis,
        @Nullable String retention) {

    public Tag {
        purposes = Set.copyOf(purposes);
    }

    Tag atLeast(Sensitivity inherited) {
        return new Tag(level.max(inherited), declared, category, purposes, masker, lawfulBasis, retention);
    }
}
