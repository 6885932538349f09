package io.jianmi.form.definition;

import java.util.List;
import java.util.Set;

/**
 * An entry among a form's fields that holds no value: a {@code section} or {@code tabs} around fields, or a {@code note} to
 * read. It stands on the page where the layout names its key, and has no column, no access and no name in expressions.
 *
 * @param text what a note says, {@link LocalText#NONE} for the others
 * @param parts the section itself, or each tab
 */
public record LayoutElement(String pointer, String key, String type, LocalText text, List<LayoutBlock> parts) {

    public static final Set<String> TYPES = Set.of("section", "tabs", "note");

    public LayoutElement {
        parts = List.copyOf(parts);
    }
}
