package io.jianmi.form.field.richtext;

import java.util.ArrayList;
import java.util.List;

/** Collects the blocks of one container; text that stands in none becomes a paragraph. */
final class BlockBuilder {

    private final List<Block> blocks = new ArrayList<>();
    private final List<Run> open = new ArrayList<>();
    private String leaf = "p";

    void add(Run run) {
        open.add(run);
    }

    void add(Block block) {
        end();
        blocks.add(block);
    }

    /** Text is a paragraph of its own; blank text between blocks is none. */
    void end() {
        List<Run> runs = Blanks.tidied(open);
        open.clear();
        if (!blank(runs)) {
            blocks.add(new Block.Leaf(leaf, runs));
        }
    }

    /** What the content adds is in paragraphs of this element, one at least: an empty line is something that people leave. */
    void leaf(String element, Runnable content) {
        end();
        int before = blocks.size();
        String outer = leaf;
        leaf = element;
        content.run();
        end();
        leaf = outer;
        if (blocks.size() == before) {
            blocks.add(new Block.Leaf("p", List.of()));
        }
    }

    List<Block> blocks() {
        end();
        return blocks;
    }

    /** Without the empty lines before and after everything. */
    List<Block> trimmed() {
        end();
        int start = 0;
        int end = blocks.size();
        while (start < end && emptyLine(blocks.get(start))) {
            start++;
        }
        while (end > start && emptyLine(blocks.get(end - 1))) {
            end--;
        }
        return List.copyOf(blocks.subList(start, end));
    }

    private static boolean emptyLine(Block block) {
        return block instanceof Block.Leaf line && line.empty();
    }

    private static boolean blank(List<Run> runs) {
        return runs.stream().allMatch(run -> run.text().isBlank());
    }
}
