package io.jianmi.form.field.richtext;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a piece of text carries.
 *
 * @param href where its link leads; empty for no link
 */
record Marks(String href, Set<Mark> kinds) {

    static final Marks NONE = new Marks("", Set.of());

    Marks {
        kinds = Set.copyOf(kinds);
    }

    Marks with(Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(kinds);
        return new Marks(href, more);
    }

    Marks linked(String address) {
        return new Marks(address, kinds);
    }

    /** The start tags around the text, outermost first. */
    List<String> tags() {
        List<String> tags = new ArrayList<>();
        if (!href.isEmpty()) {
            tags.add("<a href=\"" + HtmlWriter.escaped(href).replace("\"", "&quot;")
                    + "\" rel=\"noopener noreferrer nofollow\">");
        }
        for (Mark mark : Mark.values()) {
            if (kinds.contains(mark)) {
                tags.add("<" + mark.element() + ">");
            }
        }
        return tags;
    }
}
