package io.jianmi.form.field.phone;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.identifier.Mobile;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.identifier.Verdict;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mobile number, kept as typed; compared and searched in E.164. */
public final class PhoneType implements FieldType<FieldOptions.None>, Filterable, Maskable, Searchable {

    private static final int MAX_LENGTH = 40;

    @Override
    public String key() {
        return "phone";
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
        return Texts.read(in, MAX_LENGTH, false, report).filter(value -> value.isNull() || valid(value, report));
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
        return Optional.of(DataCategory.PHONE);
    }

    @Override
    public Set<String> searchModes() {
        return Set.of("exact", "last4");
    }

    @Override
    public NormalForm normalForm(Optional<DataCategory> category) {
        return NormalForm.PHONE;
    }

    private static boolean valid(JsonNode value, Report report) {
        Verdict verdict = Mobile.check(value.textValue());
        verdict.reason().ifPresent(reason -> report.error("field.phone-invalid", Map.of("reason", reason.name())));
        return verdict.valid();
    }
}
