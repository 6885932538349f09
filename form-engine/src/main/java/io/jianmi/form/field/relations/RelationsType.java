package io.jianmi.form.field.relations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.SheetShape;
import io.jianmi.form.field.TextList;
import java.util.Locale;

/** Several records of another form, stored as their ids; the runtime adds their titles. */
public final class RelationsType extends TextList<ReferenceOptions> {

    private static final int MAX_LENGTH = 40;

    public RelationsType() {
        super("relations", MAX_LENGTH);
    }

    @Override
    public Class<ReferenceOptions> optionsType() {
        return ReferenceOptions.class;
    }

    @Override
    public ReferenceOptions options(OptionReader in) {
        return ReferenceOptions.of(in);
    }

    @Override
    protected String kept(String item) {
        return item.toLowerCase(Locale.ROOT);
    }

    @Override
    protected boolean valid(String item, ReferenceOptions options, Report report) {
        return ReferenceOptions.id(item, report).isPresent();
    }

    @Override
    public ArrayNode write(JsonNode stored, ReferenceOptions options) {
        ArrayNode out = Json.NODES.arrayNode(stored.size());
        stored.forEach(id -> out.addObject().set("id", id));
        return out;
    }

    @Override
    public SheetShape shape() {
        return SheetShape.REFERENCES;
    }
}
