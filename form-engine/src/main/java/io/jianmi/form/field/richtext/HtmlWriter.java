package io.jianmi.form.field.richtext;

import java.util.ArrayList;
import java.util.List;

/** Blocks as the one HTML that stands for them. Angle brackets stand in tags only, so that a pattern finds those. */
final class HtmlWriter {

    private final StringBuilder out = new StringBuilder();

    private HtmlWriter() {}

    static String write(List<Block> blocks) {
        HtmlWriter writer = new HtmlWriter();
        blocks.forEach(writer::block);
        return writer.out.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void block(Block block) {
        if (block instanceof Block.Group group) {
            out.append('<').append(group.element());
            if (group.start() != 1) {
                out.append(" start=\"").append(group.start()).append('"');
            }
            out.append('>');
            group.blocks().forEach(this::block);
            out.append("</").append(group.element()).append('>');
        } else if (block instanceof Block.Leaf leaf) {
            out.append('<').append(leaf.element()).append('>');
            runs(leaf.runs());
            out.append("</").append(leaf.element()).append('>');
        } else {
            out.append("<hr>");
        }
    }

    /** Neighbours share the tags that they both carry, as far as these are the outer ones. */
    private void runs(List<Run> runs) {
        List<String> open = new ArrayList<>();
        for (Run run : runs) {
            List<String> wanted = run.marks().tags();
            int shared = 0;
            while (shared < open.size()
                    && shared < wanted.size()
                    && open.get(shared).equals(wanted.get(shared))) {
                shared++;
            }
            close(open, shared);
            for (String tag : wanted.subList(shared, wanted.size())) {
                out.append(tag);
                open.add(tag);
            }
            out.append(run.lineBreak() ? "<br>" : escaped(run.text()));
        }
        close(open, 0);
    }

    private void close(List<String> open, int kept) {
        while (open.size() > kept) {
            String tag = open.remove(open.size() - 1);
            int end = tag.indexOf(' ');
            out.append("</").append(tag, 1, end < 0 ? tag.length() - 1 : end).append('>');
        }
    }
}
