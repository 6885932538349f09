package io.jianmi.form.field.number;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class NumberTypeContractTest extends FieldTypeContract {

    NumberTypeContractTest() {
        super("number", "\"scale\": 2, \"minimum\": \"-5\", \"maximum\": 100000");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("59.9", "\"59.90\""),
                new Accepted("\"59.90\"", "\"59.90\""),
                new Accepted("0", "\"0.00\""),
                new Accepted("\"-5\"", "\"-5.00\""),
                new Accepted("1e2", "\"100.00\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"1.234\"", "field.scale"),
                new Refused("\"abcd\"", "field.type"),
                new Refused("-6", "field.minimum"),
                new Refused("\"100000.01\"", "field.maximum"),
                new Refused("1e90", "field.too-large"),
                new Refused("\"1e2\"", "field.type"),
                new Refused("true", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
