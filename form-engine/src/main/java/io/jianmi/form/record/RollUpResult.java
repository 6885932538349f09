package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.DerivedResult;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.Derivation.RollUp;
import io.jianmi.form.field.TypedField;
import java.math.BigDecimal;
import java.util.Optional;

/** How the value of one roll-up is written. */
record RollUpResult(Aggregate aggregate, TypedField<?> type) {

    /** Empty when what it reads is gone since it was published. */
    static Optional<RollUpResult> of(CompiledForm form, CompiledField field, RollUp rollUp) {
        return rollUp.filter() != null && field.rowFilter() == null
                ? Optional.empty()
                : DerivedResult.of(form, field).map(result -> new RollUpResult(rollUp.aggregate(), result.type()));
    }

    JsonNode number(BigDecimal value) {
        return stored(type.fromResult(value).orElse(Json.NODES.nullNode()));
    }

    /** @param value in the stored form of the field that is rolled up */
    JsonNode stored(JsonNode value) {
        return type.write(value);
    }

    /** Of no rows, or of rows that are all empty. */
    JsonNode nothing() {
        return switch (aggregate) {
            case COUNT, SUM -> number(BigDecimal.ZERO);
            case AVERAGE, MIN, MAX -> Json.NODES.nullNode();
        };
    }
}
