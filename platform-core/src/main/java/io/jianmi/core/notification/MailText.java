package io.jianmi.core.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail in words: what kind of thing there is, or what a workflow says, the form's title and where to look; nothing protected
 * of the record, nobody's name.
 * Pure but for its templates, one file a language.
 */
record MailText(String subject, String body) {

    private static final String CHINESE = "zh-CN";
    private static final Map<String, Properties> TEMPLATES = Map.of(CHINESE, load(CHINESE), "en", load("en"));

    /** The language of the templates that a locale (BCP 47) gets. */
    static String language(String locale) {
        return locale.startsWith("en") ? "en" : CHINESE;
    }

    /**
     * @param said what a definition says, in the language; empty where the kind says all
     * @param form title of the form; empty where it is not to be told
     * @param link address of the page
     */
    static MailText of(
            String language, String kind, Optional<String> outcome, Optional<String> said, String form, String link) {
        Properties words = Objects.requireNonNull(TEMPLATES.get(language));
        String sentence = said.or(() -> outcome.map(word -> words.getProperty("kind." + kind + "." + word)))
                .orElseGet(() -> words.getProperty("kind." + kind, words.getProperty("kind.other", "")));
        String variant = form.isEmpty() ? ".plain" : "";
        return new MailText(
                filled(words, "subject" + variant, sentence, form, link),
                filled(words, "body" + variant, sentence, form, link));
    }

    private static String filled(Properties words, String template, String sentence, String form, String link) {
        return words.getProperty(template, "")
                .replace("{link}", link)
                .replace("{sentence}", oneLine(unended(sentence)))
                .replace("{form}", oneLine(form));
    }

    /** A title with a line break in it must not become a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    /** The templates end the sentence. */
    private static String unended(String sentence) {
        return sentence.strip().replaceAll("[.。]+$", "");
    }

    private static Properties load(String language) {
        try (InputStream file = Objects.requireNonNull(
                        MailText.class.getResourceAsStream("/mail/" + language + ".properties"));
                InputStreamReader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(text);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("a mail template does not load", e);
        }
    }
}
