package io.jianmi.form.field.longtext;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class LongTextTypeContractTest extends FieldTypeContract {

    LongTextTypeContractTest() {
        super("long-text", "\"maxLength\": 20");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("\"a\\r\\nb\"", "\"a\\nb\""), new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("true", "field.type"), new Refused("\"123456789012345678901\"", "field.too-long"));
    }

    @Override
    protected String hiddenPart() {
        return "b";
    }
}
