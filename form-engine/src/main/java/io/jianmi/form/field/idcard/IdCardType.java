package io.jianmi.form.field.idcard;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.identifier.IdCard;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resident identity number. */
public final class IdCardType implements FieldType<FieldOptions.None>, Filterable, Maskable, Searchable {

    private static final int MAX_LENGTH = 40;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final InstantSource clock;

    public IdCardType(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String key() {
        return "id-card";
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
        return Sensitivity.SENSITIVE;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }

    @Override
    public Optional<DataCategory> category() {
        return Optional.of(DataCategory.IDCARD);
    }

    @Override
    public Set<String> searchModes() {
        return Set.of("exact", "last4");
    }

    @Override
    public NormalForm normalForm(Optional<DataCategory> category) {
        return NormalForm.CODE;
    }

    private boolean valid(JsonNode value, Report report) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        Verdict verdict = IdCard.check(value.textValue(), today);
        verdict.reason().ifPresent(reason -> report.error("field.id-card-invalid", Map.of("reason", reason.name())));
        return verdict.valid();
    }
}
