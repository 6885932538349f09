package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import java.util.Optional;

/** The family of texts into which people may write anything, so that a definition must name their level. */
public abstract class FreeText implements FieldType<FreeText.Options>, Filterable, Maskable, Importable {

    /** @param maxLength in code points */
    public record Options(int maxLength) implements FieldOptions {}

    private final String key;
    private final int defaultMaxLength;
    private final boolean lines;

    /** @param lines whether line breaks and tabs are text */
    protected FreeText(String key, int defaultMaxLength, boolean lines) {
        this.key = key;
        this.defaultMaxLength = defaultMaxLength;
        this.lines = lines;
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public final Options options(OptionReader in) {
        return new Options(in.integer("maxLength", defaultMaxLength));
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, Options options, Report report) {
        return Texts.read(in, options.maxLength(), lines, report);
    }

    @Override
    public final ColumnType column(Options options) {
        return ColumnType.TEXT;
    }

    @Override
    public final Type valueType(Options options) {
        return Type.STRING;
    }

    @Override
    public final boolean freeText() {
        return true;
    }
}
