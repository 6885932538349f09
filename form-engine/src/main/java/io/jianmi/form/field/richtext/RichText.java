package io.jianmi.form.field.richtext;

import io.jianmi.form.field.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The normal form of rich text. It reads as itself: what is kept was parsed and written until nothing changed, so that no parser that comes
 * later makes something else of it (mutation XSS).
 */
final class RichText {

    /** Of the kept HTML, and of what is read at all, in UTF-16 units. */
    static final int LONGEST = 1_000_000;

    /** Elements and texts that are kept. */
    static final int MOST_NODES = 10_000;

    /** Lists and quotations in each other. */
    static final int DEEPEST = 20;

    private static final int ROUNDS = 5;

    private RichText() {}

    /**
     * The normal form; empty text when nothing is said.
     *
     * @return empty when refused, which is then reported
     */
    static Optional<String> normal(String html, Report report) {
        String text = html;
        for (int round = 0; round < ROUNDS; round++) {
            if (text.length() > LONGEST) {
                return refused(Set.of(Refusal.NODES), report);
            }
            HtmlReader.Reading reading = HtmlReader.read(text);
            if (!reading.refusals().isEmpty()) {
                return refused(reading.refusals(), report);
            }
            if (depth(reading.blocks()) > DEEPEST) {
                return refused(Set.of(Refusal.DEPTH), report);
            }
            if (nodes(reading.blocks()) > MOST_NODES) {
                return refused(Set.of(Refusal.NODES), report);
            }
            String written = written(reading.blocks());
            if (written.equals(text)) {
                return Optional.of(text);
            }
            text = written;
        }
        return refused(Set.of(Refusal.NODES), report);
    }

    /** A line between two parts says something, an empty line alone does not. */
    private static String written(List<Block> blocks) {
        String html = HtmlWriter.write(blocks);
        return PlainText.of(html).isBlank() && !html.contains("<hr>") ? "" : html;
    }

    private static Optional<String> refused(Set<Refusal> refusals, Report report) {
        refusals.forEach(refusal -> refusal.report(report));
        return Optional.empty();
    }

    private static int depth(List<Block> blocks) {
        int deepest = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Group group) {
                boolean counts = !group.element().equals("li");
                deepest = Math.max(deepest, depth(group.blocks()) + (counts ? 1 : 0));
            }
        }
        return deepest;
    }

    private static int nodes(List<Block> blocks) {
        int nodes = 0;
        for (Block block : blocks) {
            nodes++;
            if (block instanceof Block.Group group) {
                nodes += nodes(group.blocks());
            } else if (block instanceof Block.Leaf leaf) {
                nodes += leaf.runs().stream()
                        .mapToInt(run -> 1 + run.marks().tags().size())
                        .sum();
            }
        }
        return nodes;
    }
}
