package io.jianmi.form.field.email;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Searchable;
import io.jianmi.form.field.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A mail address, internationalised ones too (RFC 6531); quoted local parts and address literals are refused. */
public final class EmailType implements FieldType<FieldOptions.None>, Filterable, Maskable, Searchable {

    /** RFC 5321, 4.5.3.1.3 less the angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    @Override
    public String key() {
        return "email";
    }

    @Override
    public Class<FieldOptions.None> optionsType() {
        return FieldOptions.None.class;
    }

    @Override
    public FieldOptions.None options(OptionReader in) {
        return new FieldOptions.None();
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        return Texts.read(in, MAX_LENGTH, false, report).filter(value -> {
            if (value.isNull() || SHAPE.matcher(value.textValue()).matches()) {
                return true;
            }
            report.error("field.email-invalid");
            return false;
        });
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.TEXT;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.STRING;
    }

    @Override
    public Sensitivity leastLevel() {
        return Sensitivity.PERSONAL;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.TEXT;
    }

    @Override
    public Optional<DataCategory> category() {
        return Optional.of(DataCategory.EMAIL);
    }

    @Override
    public Set<String> searchModes() {
        return Set.of("exact");
    }

    @Override
    public NormalForm normalForm(Optional<DataCategory> category) {
        return NormalForm.EMAIL;
    }
}
