package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import java.util.Optional;
import java.util.Set;

/** A protected value of this type may have blind indexes. */
public interface Searchable {

    /** Modes that a definition may declare: {@code exact}, {@code last4}. */
    Set<String> searchModes();

    /** How values are written before a token is made of them, so that two ways to type one value give one token. */
    NormalForm normalForm(Optional<DataCategory> category);

    default String searchText(JsonNode stored) {
        return stored.textValue();
    }
}
