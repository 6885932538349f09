package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import java.util.Optional;
import java.util.Set;

/** The family of references to one member or department, stored as its id; the runtime adds the name. */
public abstract class OrgReference
        implements Optionless, Filterable, Computable<FieldOptions.None>, OrgValue, Importable {

    /** Longest id, in code points. */
    static final int MAX_LENGTH = 255;

    private final String key;
    private final Unit unit;
    private final Set<Operator> operators;

    /** @param relative operators that compare with the reader's own place, beside equality */
    protected OrgReference(String key, Unit unit, Operator... relative) {
        this.key = key;
        this.unit = unit;
        this.operators = Operators.plus(Operators.EQUALITY, relative);
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Unit unit() {
        return unit;
    }

    @Override
    public final Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        return Texts.read(in, MAX_LENGTH, false, report);
    }

    @Override
    public final ObjectNode write(JsonNode stored, FieldOptions.None options) {
        return Json.NODES.objectNode().set("id", stored);
    }

    @Override
    public final ColumnType column(FieldOptions.None options) {
        return ColumnType.TEXT;
    }

    @Override
    public final Type valueType(FieldOptions.None options) {
        return Type.STRING;
    }

    @Override
    public final Set<Operator> operators() {
        return operators;
    }

    @Override
    public final Optional<JsonNode> fromResult(Object result, FieldOptions.None options) {
        return result instanceof String id ? Optional.of(Json.NODES.textNode(id)) : Optional.empty();
    }

    @Override
    public SheetShape shape() {
        return SheetShape.REFERENCE;
    }
}
