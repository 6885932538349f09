package io.jianmi.form.field.relation;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class RelationTypeContractTest extends FieldTypeContract {

    RelationTypeContractTest() {
        super("relation", "\"form\": \"company\"");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"018F0000-0000-7000-8000-000000000001\"", "\"018f0000-0000-7000-8000-000000000001\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("\"not-an-id\"", "field.id-invalid"), new Refused("{\"id\":\"x\"}", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
