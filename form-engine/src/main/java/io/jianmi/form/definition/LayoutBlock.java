package io.jianmi.form.definition;

import java.util.List;

/** Fields that stand together on the page, under a heading ({@link LocalText#NONE} for none), in 1 to 4 columns. */
public record LayoutBlock(String pointer, LocalText section, int columns, List<String> fields) {

    public LayoutBlock {
        fields = List.copyOf(fields);
    }
}
