package io.jianmi.form.field;

import io.jianmi.form.definition.FieldOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a field takes of files.
 *
 * @param maxFiles most files in the field
 * @param maxBytes most bytes of one file
 * @param accept media types such as {@code application/pdf} or {@code image/*}, or endings such as {@code .pdf}; empty: any
 */
public record FileOptions(int maxFiles, int maxBytes, List<String> accept) implements FieldOptions {

    public FileOptions {
        accept = List.copyOf(accept);
    }

    /**
     * Reports what is wrong with an upload for this field; the name is never repeated.
     *
     * @param type media type by content
     */
    public void judge(String name, String type, long bytes, Report report) {
        if (bytes > maxBytes) {
            report.error("file.too-large", Map.of("max", maxBytes));
        }
        if (!accept.isEmpty() && accept.stream().noneMatch(one -> accepts(one, name, type))) {
            report.error("file.type-not-accepted", Map.of("accept", String.join(", ", accept)));
        }
    }

    private static boolean accepts(String accepted, String name, String type) {
        if (accepted.startsWith(".")) {
            return name.toLowerCase(Locale.ROOT).endsWith(accepted.toLowerCase(Locale.ROOT));
        }
        return accepted.endsWith("/*")
                ? type.startsWith(accepted.substring(0, accepted.length() - 1))
                : type.equals(accepted);
    }
}
