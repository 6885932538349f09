package io.jianmi.form.field.department;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class DepartmentTypeContractTest extends FieldTypeContract {

    DepartmentTypeContractTest() {
        super("department", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("\"d-1\"", "\"d-1\""), new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("{\"id\":\"d-1\"}", "field.type"), new Refused("5", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
