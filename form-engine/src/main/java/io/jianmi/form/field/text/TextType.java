package io.jianmi.form.field.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.FreeText;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.Searchable;
import io.jianmi.form.field.Sortable;
import java.util.Optional;
import java.util.Set;

/** One line of text. */
public final class TextType extends FreeText implements Sortable, Searchable, Computable<FreeText.Options> {

    private static final int DEFAULT_MAX_LENGTH = 500;

    public TextType() {
        super("text", DEFAULT_MAX_LENGTH, false);
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
    public Optional<JsonNode> fromResult(Object result, Options options) {
        return result instanceof String text && text.codePointCount(0, text.length()) <= options.maxLength()
                ? Optional.of(Json.NODES.textNode(text))
                : Optional.empty();
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
