package io.jianmi.workflow.definition;

import java.util.Map;
import java.util.TreeMap;

/**
 * A text for people, per language (BCP 47 tag). One text for all languages has the tag {@code und}.
 *
 * @param texts at most one text per tag; empty when the designer gave none
 */
public record Title(Map<String, String> texts) {

    private static final String ANY = "und";

    public Title {
        texts = Map.copyOf(texts);
    }

    public static Title none() {
        return new Title(Map.of());
    }

    public static Title of(String text) {
        return new Title(Map.of(ANY, text));
    }

    /** The text in the language, else the common one, else the first by tag, else the fallback. */
    public String in(String language, String fallback) {
        if (texts.containsKey(language)) {
            return texts.getOrDefault(language, fallback);
        }
        return texts.containsKey(ANY)
                ? texts.getOrDefault(ANY, fallback)
                : new TreeMap<>(texts).values().stream().findFirst().orElse(fallback);
    }
}
