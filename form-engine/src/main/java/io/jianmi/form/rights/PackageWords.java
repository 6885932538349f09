package io.jianmi.form.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of a package in one language. Pure but for its file. */
final class PackageWords {

    private static final String CHINESE = "zh-CN";
    private static final String ENGLISH = "en";

    private final String language;
    private final Properties words;

    private PackageWords(String language) {
        this.language = language;
        this.words = load(language);
    }

    /** @param accepted as {@code Accept-Language} says it */
    static PackageWords of(String accepted) {
        return new PackageWords(accepted.toLowerCase(Locale.ROOT).startsWith(ENGLISH) ? ENGLISH : CHINESE);
    }

    String language() {
        return language;
    }

    /** A word without a translation stands as it is. */
    String of(String prefix, String word) {
        return words.getProperty(prefix + "." + word, word);
    }

    String word(String key) {
        return words.getProperty(key, key);
    }

    private static Properties load(String language) {
        try (InputStream file = Objects.requireNonNull(
                        PackageWords.class.getResourceAsStream("/rights/" + language + ".properties"));
                InputStreamReader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(text);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("the words of packages do not load", e);
        }
    }
}
