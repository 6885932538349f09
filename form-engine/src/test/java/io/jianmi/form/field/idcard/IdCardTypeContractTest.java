package io.jianmi.form.field.idcard;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class IdCardTypeContractTest extends FieldTypeContract {

    IdCardTypeContractTest() {
        super("id-card", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("\"11010519491231002x\"", "\"11010519491231002x\""), new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"110105194912310021\"", "field.id-card-invalid"),
                new Refused("\"110105491231002\"", "field.id-card-invalid"),
                new Refused("11", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "19491231";
    }
}
