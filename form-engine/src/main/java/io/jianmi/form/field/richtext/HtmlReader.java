package io.jianmi.form.field.richtext;

import io.jianmi.form.field.richtext.Vocabulary.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * HTML as a browser parses it, read into blocks. What says nothing (styles, classes, comments, empty wrappers) falls away; what could do
 * something, or says what cannot be kept, is a refusal, so that nothing is lost unseen.
 */
final class HtmlReader {

    static final int MOST_NODES = 50_000;
    static final int DEEPEST = 100;

    /** Ends the parser's own head, so that everything given stands in the body, as in a fragment. */
    private static final String HEAD = "<!DOCTYPE html><html><head></head><body>";

    private static final int DEEPEST_PARSED = 256;
    private static final int HIGHEST_START = 9_999;

    private final Set<Refusal> refusals = new LinkedHashSet<>();
    private int nodes;
    private boolean verbatim;

    private HtmlReader() {}

    /**
     * What was read.
     *
     * @param blocks of no use where something is refused
     */
    record Reading(List<Block> blocks, Set<Refusal> refusals) {}

    static Reading read(String html) {
        Document document = Parser.htmlParser()
                .setMaxDepth(DEEPEST_PARSED)
                .parseInput(HEAD + html.replace("\r\n", "\n").replace('\r', '\n'), "");
        HtmlReader reader = new HtmlReader();
        BlockBuilder builder = new BlockBuilder();
        Element body = document.body();
        reader.attributes(body);
        document.children().forEach(reader::attributes);
        if (body.children().isEmpty()) {
            // Nobody marked anything up: the lines are those of a plain text.
            for (String line : body.wholeText().split("\n", -1)) {
                builder.leaf("p", () -> reader.text(line, builder, Marks.NONE));
            }
        } else {
            reader.children(body, builder, Marks.NONE, 0);
        }
        return new Reading(builder.trimmed(), reader.refusals);
    }

    private void children(Element parent, BlockBuilder builder, Marks marks, int depth) {
        if (depth > DEEPEST) {
            refusals.add(Refusal.DEPTH);
            return;
        }
        for (Node node : parent.childNodes()) {
            if (++nodes > MOST_NODES) {
                refusals.add(Refusal.NODES);
                return;
            }
            if (node instanceof TextNode text) {
                text(text.getWholeText(), builder, marks);
            } else if (node instanceof Element element) {
                attributes(element);
                element(element, builder, marks, depth + 1);
            }
        }
    }

    private void text(String text, BlockBuilder builder, Marks marks) {
        if (!text.codePoints().allMatch(HtmlReader::acceptable)) {
            refusals.add(Refusal.CONTROL);
        }
        if (!text.isEmpty()) {
            builder.add(Run.of(text, marks));
        }
    }

    private void element(Element element, BlockBuilder builder, Marks marks, int depth) {
        String name = Vocabulary.name(element.normalName());
        Role role = Vocabulary.role(name);
        switch (role) {
            case MARK -> {
                Marks marked = Vocabulary.mark(name).map(marks::with).orElse(marks);
                children(element, builder, marked, depth);
            }
            case LINK -> children(element, builder, link(element, marks), depth);
            case LEAF -> builder.leaf(name, () -> children(element, builder, marks, depth));
            case PRE -> {
                if (verbatim) {
                    children(element, builder, marks, depth);
                } else {
                    pre(element, builder, depth);
                }
            }
            case GROUP -> group(name, element, builder, marks, depth);
            case ITEM -> list("ul", 1, List.of(element), builder, marks, depth);
            case BREAK -> builder.add(Run.lineBreak(marks));
            case LINE -> builder.add(new Block.Line());
            case INLINE -> children(element, builder, marks, depth);
            case BLOCK -> {
                builder.end();
                children(element, builder, marks, depth);
                builder.end();
            }
            case SILENT -> {}
            case SCRIPT -> refusals.add(Refusal.SCRIPT);
            case EMBEDDED -> refusals.add(Refusal.EMBEDDED);
            case FORM -> refusals.add(Refusal.FORM);
            case UNSUPPORTED -> refusals.add(Refusal.UNSUPPORTED);
        }
    }

    private Marks link(Element element, Marks marks) {
        if (!element.hasAttr("href")) {
            return marks;
        }
        Optional<String> address = Address.of(element.attr("href"));
        if (address.isEmpty()) {
            refusals.add(Refusal.ADDRESS);
        }
        return address.map(marks::linked).orElse(marks);
    }

    private void pre(Element element, BlockBuilder builder, int depth) {
        // Read for what is refused; the text is taken as it stands.
        verbatim = true;
        children(element, new BlockBuilder(), Marks.NONE, depth);
        verbatim = false;
        StringBuilder lines = new StringBuilder();
        lines(element, lines, 0);
        String text = Blanks.lines(lines.toString());
        if (!text.isBlank()) {
            builder.add(new Block.Leaf("pre", List.of(Run.of(text, Marks.NONE))));
        }
    }

    private static void lines(Node node, StringBuilder lines, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode text) {
                lines.append(text.getWholeText());
            } else if (child instanceof Element element && element.normalName().equals("br")) {
                lines.append('\n');
            } else {
                lines(child, lines, depth + 1);
            }
        }
    }

    private void group(String name, Element element, BlockBuilder builder, Marks marks, int depth) {
        if (!name.equals("blockquote")) {
            list(name, name.equals("ol") ? start(element) : 1, element.childNodes(), builder, marks, depth);
            return;
        }
        BlockBuilder inner = new BlockBuilder();
        children(element, inner, marks, depth);
        if (!inner.blocks().isEmpty()) {
            builder.add(new Block.Group(name, 1, inner.blocks()));
        }
    }

    /** What stands between the items of a list belongs to the item before it. */
    private void list(String name, int start, List<Node> parts, BlockBuilder builder, Marks marks, int depth) {
        ListBuilder list = new ListBuilder();
        for (Node part : parts) {
            if (++nodes > MOST_NODES) {
                refusals.add(Refusal.NODES);
                return;
            }
            if (part instanceof TextNode text) {
                if (!text.isBlank()) {
                    text(text.getWholeText(), list.current(), marks);
                }
            } else if (part instanceof Element element) {
                attributes(element);
                if (element.normalName().equals("li")) {
                    children(element, list.next(), marks, depth + 1);
                } else if (Vocabulary.role(Vocabulary.name(element.normalName())) != Role.SILENT) {
                    element(element, list.current(), marks, depth + 1);
                }
            }
        }
        list.items().ifPresent(items -> builder.add(new Block.Group(name, start, items)));
    }

    private static int start(Element list) {
        String start = list.attr("start");
        int number = start.matches("[0-9]{1,4}") ? Integer.parseInt(start) : 1;
        return Math.min(number, HIGHEST_START);
    }

    private void attributes(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")) {
                refusals.add(Refusal.HANDLER);
            } else if (Vocabulary.ADDRESSES.contains(name) && Address.runs(attribute.getValue())) {
                refusals.add(Refusal.ADDRESS);
            } else if (name.equals("srcdoc")) {
                refusals.add(Refusal.EMBEDDED);
            }
        }
    }

    private static boolean acceptable(int point) {
        int type = Character.getType(point);
        return point == '\n' || point == '\t' || type != Character.CONTROL && type != Character.SURROGATE;
    }
}
