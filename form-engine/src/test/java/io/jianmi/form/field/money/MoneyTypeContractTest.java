package io.jianmi.form.field.money;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class MoneyTypeContractTest extends FieldTypeContract {

    MoneyTypeContractTest() {
        super("money", "\"currency\": \"CNY\"");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"59.9\"", "\"59.90\""),
                new Accepted("1234567.5", "\"1234567.50\""),
                new Accepted("\"-3\"", "\"-3.00\""),
                new Accepted("\" \"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"1.234\"", "field.scale"),
                new Refused("\"twelve\"", "field.type"),
                new Refused("true", "field.type"),
                new Refused("\"1e3\"", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
