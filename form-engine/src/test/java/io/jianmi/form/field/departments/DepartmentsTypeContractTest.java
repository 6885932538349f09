package io.jianmi.form.field.departments;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class DepartmentsTypeContractTest extends FieldTypeContract {

    DepartmentsTypeContractTest() {
        super("departments", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("[\"d1\",\"d2\"]", "[\"d1\",\"d2\"]"),
                new Accepted("[\"d3\"]", "[\"d3\"]"),
                new Accepted("[]", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("\"d1\"", "field.type"), new Refused("[7]", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
