package io.jianmi.form.field.plate;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class PlateTypeContractTest extends FieldTypeContract {

    PlateTypeContractTest() {
        super("plate", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"京A12345\"", "\"京A12345\""),
                new Accepted("\"粤B12345D\"", "\"粤B12345D\""),
                new Accepted("\"京a·12345\"", "\"京a·12345\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"京O12345\"", "field.plate-invalid"),
                new Refused("\"东A12345\"", "field.plate-invalid"),
                new Refused("12345", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "1234";
    }
}
