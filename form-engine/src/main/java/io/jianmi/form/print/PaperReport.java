package io.jianmi.form.print;

import java.util.List;

/**
 * A document that is no record: a heading, facts, and blocks of lines, each of a label and a text. Printed on the same paper as records.
 *
 * @param kind what it is, at the head of each page
 * @param title its heading
 * @param facts lines below the heading
 * @param blocks in order
 * @param note at the end, in small print
 */
public record PaperReport(String kind, String title, List<Line> facts, List<Block> blocks, String note) {

    public PaperReport {
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
    }

    /** @param style of the value: "", "masked" or "empty" */
    public record Line(String label, String value, String style) {

        public Line(String label, String value) {
            this(label, value, "");
        }
    }

    public record Block(String heading, List<Line> lines) {

        public Block {
            lines = List.copyOf(lines);
        }
    }
}
