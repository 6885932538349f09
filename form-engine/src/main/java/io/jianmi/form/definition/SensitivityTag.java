package io.jianmi.form.definition;

import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tag as written.
 *
 * @param level an unknown word has become secret
 * @param kind chooses the mask and feeds the regulation report, null when none or an unknown one is given
 * @param purposes keys of the tenant's purposes for which the value may be revealed
 * @param search modes of the declared blind indexes: {@code exact}, {@code last4}
 * @param mask a mask that replaces the one of the kind
 * @param retention ISO 8601 period after which the value goes
 * @param lawfulBasis such as {@code consent} or {@code contract}
 * @param waiver why the level may lie below what the field type implies
 */
public record SensitivityTag(
        Sensitivity level,
        @Nullable DataCategory kind,
        Set<String> purposes,
        Set<String> search,
        @Nullable String mask,
        @Nullable String retention,
        @Nullable String lawfulBasis,
        @Nullable String waiver) {

    public SensitivityTag {
        purposes = Collections.unmodifiableSet(new LinkedHashSet<>(purposes));
        search = Collections.unmodifiableSet(new LinkedHashSet<>(search));
    }

    public static SensitivityTag of(Sensitivity level) {
        return new SensitivityTag(level, null, Set.of(), Set.of(), null, null, null, null);
    }
}
