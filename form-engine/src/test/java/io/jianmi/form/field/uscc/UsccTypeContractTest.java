package io.jianmi.form.field.uscc;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class UsccTypeContractTest extends FieldTypeContract {

    UsccTypeContractTest() {
        super("uscc", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"91350100M000100Y43\"", "\"91350100M000100Y43\""),
                new Accepted("\"9135 0100 M000 100Y 43\"", "\"9135 0100 M000 100Y 43\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"91350100M000100Y44\"", "field.uscc-invalid"),
                new Refused("\"91350100M00O100Y43\"", "field.uscc-invalid"),
                new Refused("913501", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "M000";
    }
}
