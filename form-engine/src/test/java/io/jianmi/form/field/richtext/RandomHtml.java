package io.jianmi.form.field.richtext;

import java.util.List;
import java.util.Random;

/** Markup as nobody would write it: unbalanced, misnested, half escaped. */
final class RandomHtml {

    private static final List<String> TAME = List.of(
            "p",
            "strong",
            "b",
            "em",
            "i",
            "u",
            "s",
            "del",
            "h1",
            "h2",
            "h4",
            "ul",
            "ol",
            "li",
            "blockquote",
            "code",
            "pre",
            "a",
            "div",
            "span",
            "font",
            "section",
            "p",
            "p",
            "li",
            "br",
            "hr");
    private static final List<String> WILD = List.of(
            "script",
            "style",
            "svg",
            "math",
            "table",
            "td",
            "tr",
            "select",
            "option",
            "form",
            "template",
            "noscript",
            "textarea",
            "title",
            "body",
            "html",
            "head",
            "frameset",
            "iframe",
            "img",
            "x-y");
    private static final List<String> TEXTS = List.of(
            "a",
            "bc",
            " ",
            "  ",
            "\n",
            "\t ",
            "&lt;",
            "&amp;",
            "&nbsp;",
            "&#x200b;",
            "中文",
            "Ａ",
            "e",
            "\u0301",
            "<",
            ">",
            "\"",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "\u3000",
            "&",
            "&lt",
            "]",
            "7");
    private static final List<String> ATTRIBUTES = List.of(
            " class=x",
            " style='color:red'",
            " start=4",
            " start=\"0\"",
            " title='<p>'",
            " href='https://example.com/?a=1&b=<'",
            " href=\"mailto:a@b.c\"",
            " href='javascript:x'",
            " data-a=\"</p>\"");

    private final Random random;
    private final boolean wild;

    /** @param wild whether elements that are refused, or hide what is in them, are among it */
    RandomHtml(Random random, boolean wild) {
        this.random = random;
        this.wild = wild;
    }

    String html() {
        int wildness = wild && random.nextInt(4) == 0 ? 10 : 0;
        StringBuilder html = new StringBuilder();
        int parts = 1 + random.nextInt(24);
        for (int i = 0; i < parts; i++) {
            int kind = random.nextInt(10);
            if (kind < 4) {
                html.append('<').append(element(wildness));
                while (random.nextInt(4) == 0) {
                    html.append(one(ATTRIBUTES));
                }
                html.append(random.nextInt(12) == 0 ? "/>" : ">");
            } else if (kind < 7) {
                html.append("</").append(element(wildness)).append('>');
            } else {
                html.append(one(TEXTS));
            }
        }
        return html.toString();
    }

    private String element(int wildness) {
        return random.nextInt(100) < wildness ? one(WILD) : one(TAME);
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
