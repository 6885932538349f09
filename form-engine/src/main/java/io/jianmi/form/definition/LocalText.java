package io.jianmi.form.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text for people in one or several languages.
 *
 * @param texts BCP 47 tag to text; {@link #ANY} when the definition gave one string
 */
public record LocalText(Map<String, String> texts) {

    /** Undetermined language (ISO 639-2). */
    public static final String ANY = "und";

    public static final LocalText NONE = new LocalText(Map.of());

    private static final String FALLBACK = "zh-CN";

    public LocalText {
        texts = Map.copyOf(texts);
    }

    /** A string or an object of strings; anything else gives no text. */
    public static LocalText of(JsonNode node) {
        if (node.isTextual()) {
            return new LocalText(Map.of(ANY, node.textValue()));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().textValue());
            }
        });
        return new LocalText(texts);
    }

    /** As {@link #in(String)}, or another text when the definition gave none. */
    public String in(String locale, String otherwise) {
        return texts.isEmpty() ? otherwise : in(locale);
    }

    /** The text in that language, else in the same language of another region, else in Chinese, else in any. */
    public String in(String locale) {
        String exact = texts.get(locale);
        if (exact != null) {
            return exact;
        }
        String language = language(locale);
        return texts.entrySet().stream()
                .filter(entry -> language(entry.getKey()).equals(language))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> texts.getOrDefault(FALLBACK, any()));
    }

    private String any() {
        return texts.values().stream().sorted().findFirst().orElse("");
    }

    private static String language(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }
}
