package io.jianmi.form.field.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Searchable;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.Texts;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of text. */
public final class TextType
        implements FieldType<TextOptions>, Filterable, Sortable, Maskable, Searchable, Computable<TextOptions> {

    private static final int DEFAULT_MAX_LENGTH = 500;

    @Override
    public String key() {
        return "text";
    }

    @Override
    public Class<TextOptions> optionsType() {
        return TextOptions.class;
    }

    @Override
    public TextOptions options(OptionReader in) {
        return new TextOptions(in.integer("maxLength", DEFAULT_MAX_LENGTH));
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, TextOptions options, Report report) {
        return Texts.read(in, options.maxLength(), false, report);
    }

    @Override
    public ColumnType column(TextOptions options) {
        return ColumnType.TEXT;
    }

    @Override
    public Type valueType(TextOptions options) {
        return Type.STRING;
    }

    @Override
    public boolean freeText() {
        return true;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.TEXT;
    }

    @Override
    public Set<String> searchModes() {
        return Set.of("exact", "last4");
    }

    @Override
    public NormalForm normalForm(Optional<DataCategory> category) {
        return category.map(TextType::formOf).orElse(NormalForm.TEXT);
    }

    @Override
    public Optional<JsonNode> fromResult(@Nullable Object result, TextOptions options) {
        if (!(result instanceof String text)) {
            return result == null ? Optional.of(Json.NODES.nullNode()) : Optional.empty();
        }
        return text.codePointCount(0, text.length()) > options.maxLength()
                ? Optional.empty()
                : Optional.of(Json.NODES.textNode(text));
    }

    private static NormalForm formOf(DataCategory category) {
        return switch (category) {
            case PHONE -> NormalForm.PHONE;
            case EMAIL -> NormalForm.EMAIL;
            case IDCARD, BANKCARD, PLATE, PASSPORT -> NormalForm.CODE;
            default -> NormalForm.TEXT;
        };
    }
}
