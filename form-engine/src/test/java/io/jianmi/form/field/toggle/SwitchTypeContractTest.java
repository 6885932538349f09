package io.jianmi.form.field.toggle;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class SwitchTypeContractTest extends FieldTypeContract {

    SwitchTypeContractTest() {
        super("switch", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("true", "true"), new Accepted("false", "false"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"true\"", "field.type"),
                new Refused("1", "field.type"),
                new Refused("[true]", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
