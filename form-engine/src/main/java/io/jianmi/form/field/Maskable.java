package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import java.util.Optional;

/** The type's values are texts that a mask can show a part of. Any other type is shown as the fixed token. */
public interface Maskable {

    /** The text given to the mask. */
    default String maskText(JsonNode stored) {
        return stored.textValue();
    }

    /** The category whose mask applies when the tag names none; empty for the mask of free text. */
    default Optional<DataCategory> category() {
        return Optional.empty();
    }
}
