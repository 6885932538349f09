package io.jianmi.form.field.richtext;

import java.util.List;

/** What stands on lines of its own. */
sealed interface Block {

    /** A paragraph, a heading, or text as it is written ({@code pre}). */
    record Leaf(String element, List<Run> runs) implements Block {

        public Leaf {
            runs = List.copyOf(runs);
        }

        boolean empty() {
            return runs.isEmpty();
        }
    }

    /**
     * A quotation, a list or an item of one.
     *
     * @param start the first number of an ordered list
     */
    record Group(String element, int start, List<Block> blocks) implements Block {

        public Group {
            blocks = List.copyOf(blocks);
        }
    }

    /** A line between two parts. */
    record Line() implements Block {}
}
