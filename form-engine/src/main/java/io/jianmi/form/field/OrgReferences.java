package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import java.util.Set;

/** The family of references to several members or departments, stored as their ids; the runtime adds the names. */
public abstract class OrgReferences extends TextList<FieldOptions.None> implements Optionless, OrgValue {

    private final Unit unit;
    private final Set<Operator> operators;

    /** @param relative operators that compare with the reader's own place */
    protected OrgReferences(String key, Unit unit, Operator... relative) {
        super(key, OrgReference.MAX_LENGTH);
        this.unit = unit;
        this.operators = Operators.plus(Operators.LIST, relative);
    }

    @Override
    public final Unit unit() {
        return unit;
    }

    /** Ids are checked where the organisation is known. */
    @Override
    protected final boolean valid(String item, FieldOptions.None options, Report report) {
        return true;
    }

    @Override
    public final ArrayNode write(JsonNode stored, FieldOptions.None options) {
        ArrayNode out = Json.NODES.arrayNode(stored.size());
        stored.forEach(id -> out.addObject().set("id", id));
        return out;
    }

    @Override
    public final Set<Operator> operators() {
        return operators;
    }

    @Override
    public SheetShape shape() {
        return SheetShape.REFERENCES;
    }
}
