package io.jianmi.form.field.richtext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each element of HTML is here; the browser has the same list ({@code richText/vocabulary.ts}). */
final class Vocabulary {

    /** What becomes of an element. */
    enum Role {
        MARK,
        LINK,
        LEAF,
        PRE,
        GROUP,
        ITEM,
        BREAK,
        LINE,
        /** Says nothing by itself; what is in it stays. */
        INLINE,
        /** As inline, but on lines of its own. */
        BLOCK,
        /** Says nothing, and neither does what is in it. */
        SILENT,
        SCRIPT,
        EMBEDDED,
        FORM,
        /** Says something that cannot be kept. */
        UNSUPPORTED
    }

    /** Attributes that hold addresses which a browser follows or runs. */
    static final Set<String> ADDRESSES = Set.of(
            "href", "src", "action", "formaction", "background", "poster", "data", "cite", "longdesc", "xlink:href");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("b", "strong"),
            Map.entry("i", "em"),
            Map.entry("ins", "u"),
            Map.entry("del", "s"),
            Map.entry("strike", "s"),
            Map.entry("tt", "code"),
            Map.entry("kbd", "code"),
            Map.entry("samp", "code"),
            Map.entry("h4", "h3"),
            Map.entry("h5", "h3"),
            Map.entry("h6", "h3"),
            Map.entry("menu", "ul"),
            Map.entry("dir", "ul"),
            Map.entry("listing", "pre"));

    private static final Map<String, Role> ROLES = new HashMap<>();

    static {
        put(Role.MARK, "strong em u s code");
        put(Role.LINK, "a");
        put(Role.LEAF, "p h1 h2 h3");
        put(Role.PRE, "pre");
        put(Role.GROUP, "blockquote ul ol");
        put(Role.ITEM, "li");
        put(Role.BREAK, "br");
        put(Role.LINE, "hr");
        put(Role.INLINE, "span font big small label abbr acronym time data bdi bdo nobr wbr o:p");
        put(Role.BLOCK, "div section article header footer main nav aside address center hgroup");
        put(Role.SILENT, "style title meta link");
        put(Role.SCRIPT, "script noscript template");
        put(
                Role.EMBEDDED,
                "iframe frame frameset object embed applet param svg math audio video source track canvas portal"
                        + " fencedframe noembed noframes xmp plaintext base");
        put(
                Role.FORM,
                "form input button select option optgroup textarea fieldset legend datalist output meter progress"
                        + " keygen");
    }

    private Vocabulary() {}

    private static void put(Role role, String elements) {
        List.of(elements.split(" ")).forEach(element -> ROLES.put(element, role));
    }

    /** The one name of elements that say the same. */
    static String name(String element) {
        return NAMES.getOrDefault(element, element);
    }

    static Role role(String name) {
        return ROLES.getOrDefault(name, Role.UNSUPPORTED);
    }

    static Optional<Mark> mark(String name) {
        for (Mark mark : Mark.values()) {
            if (mark.element().equals(name)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
