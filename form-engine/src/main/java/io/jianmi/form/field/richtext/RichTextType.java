package io.jianmi.form.field.richtext;

import static io.jianmi.form.field.Operator.CONTAINS;
import static io.jianmi.form.field.Operator.IS_EMPTY;
import static io.jianmi.form.field.Operator.IS_NOT_EMPTY;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.Compared;
import io.jianmi.form.field.FreeText;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Report;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Text with headings, lists, links and emphasis. It is kept as the HTML of {@link RichText}; masks, conditions and lengths know its
 * words only.
 */
public final class RichTextType extends FreeText implements Compared {

    private static final int DEFAULT_MAX_LENGTH = 20_000;
    private static final int TITLE = 100;

    public RichTextType() {
        super("rich-text", DEFAULT_MAX_LENGTH, true);
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, Options options, Report report) {
        if (!in.isTextual()) {
            report.error("field.type", Map.of("expected", "string"));
            return Optional.empty();
        }
        return RichText.normal(in.textValue(), report)
                .filter(html -> fits(html, options.maxLength(), report))
                .map(html -> html.isEmpty() ? Json.NODES.nullNode() : Json.NODES.textNode(html));
    }

    private static boolean fits(String html, int maxLength, Report report) {
        String text = PlainText.of(html);
        boolean fits = text.codePointCount(0, text.length()) <= maxLength;
        if (!fits) {
            report.error("field.too-long", Map.of("maxLength", maxLength));
        }
        return fits;
    }

    /** The text of a kept value, without its tags: each block a line. */
    public static String words(String kept) {
        return PlainText.of(kept);
    }

    @Override
    public @Nullable Object toExpression(JsonNode stored, Options options) {
        return stored.isNull() ? null : maskText(stored);
    }

    @Override
    public String maskText(JsonNode stored) {
        return PlainText.of(stored.textValue());
    }

    @Override
    public String title(JsonNode shown) {
        String line = maskText(shown).replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }

    @Override
    public Field<?> compared(Field<?> column) {
        return PlainText.of(column.coerce(String.class));
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(CONTAINS, IS_EMPTY, IS_NOT_EMPTY);
    }
}
