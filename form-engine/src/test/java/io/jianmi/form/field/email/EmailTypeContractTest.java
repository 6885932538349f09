package io.jianmi.form.field.email;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class EmailTypeContractTest extends FieldTypeContract {

    EmailTypeContractTest() {
        super("email", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\" zhang@example.com \"", "\"zhang@example.com\""),
                new Accepted("\"张三@例子.公司\"", "\"张三@例子.公司\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"zhang\"", "field.email-invalid"),
                new Refused("\"a@b@example.com\"", "field.email-invalid"),
                new Refused("\"a b@example.com\"", "field.email-invalid"),
                new Refused("5", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "zhang";
    }
}
