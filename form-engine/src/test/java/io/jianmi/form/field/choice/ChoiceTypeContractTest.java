package io.jianmi.form.field.choice;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class ChoiceTypeContractTest extends FieldTypeContract {

    ChoiceTypeContractTest() {
        super("choice", "\"options\": [{\"value\": \"A\"}, {\"value\": \"普通\"}]");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("\"A\"", "\"A\""), new Accepted("\"普通\"", "\"普通\""), new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("\"Bravo\"", "field.option-unknown"), new Refused("[\"A\"]", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
