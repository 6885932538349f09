package io.jianmi.form.field.longtext;

import static io.jianmi.form.field.Operator.CONTAINS;
import static io.jianmi.form.field.Operator.IS_EMPTY;
import static io.jianmi.form.field.Operator.IS_NOT_EMPTY;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Texts;
import java.util.Optional;
import java.util.Set;

/** Several lines of text; too long to be sorted or compared. */
public final class LongTextType implements FieldType<LongTextOptions>, Filterable, Maskable {

    private static final int DEFAULT_MAX_LENGTH = 20_000;

    @Override
    public String key() {
        return "long-text";
    }

    @Override
    public Class<LongTextOptions> optionsType() {
        return LongTextOptions.class;
    }

    @Override
    public LongTextOptions options(OptionReader in) {
        return new LongTextOptions(in.integer("maxLength", DEFAULT_MAX_LENGTH));
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, LongTextOptions options, Report report) {
        return Texts.read(in, options.maxLength(), true, report);
    }

    @Override
    public ColumnType column(LongTextOptions options) {
        return ColumnType.TEXT;
    }

    @Override
    public Type valueType(LongTextOptions options) {
        return Type.STRING;
    }

    @Override
    public boolean freeText() {
        return true;
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(CONTAINS, IS_EMPTY, IS_NOT_EMPTY);
    }
}
