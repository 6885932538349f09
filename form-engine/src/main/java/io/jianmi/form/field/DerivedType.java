package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.expression.Type;
import java.util.Optional;

/** The family of fields that are worked out for each reader: nobody sends a value, none is kept, none is computed with. */
public abstract class DerivedType<D extends Derivation> implements FieldType<D> {

    @Override
    public final Optional<JsonNode> read(JsonNode in, D options, Report report) {
        report.error("field.computed");
        return Optional.empty();
    }

    /** How the value would travel; no table has a column of it. */
    @Override
    public final ColumnType column(D options) {
        return ColumnType.JSONB;
    }

    @Override
    public final Type valueType(D options) {
        return Type.ANY;
    }
}
