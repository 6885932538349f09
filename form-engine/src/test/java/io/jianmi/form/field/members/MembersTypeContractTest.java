package io.jianmi.form.field.members;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class MembersTypeContractTest extends FieldTypeContract {

    MembersTypeContractTest() {
        super("members", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("[\"u1\",\"u2\",\"u1\"]", "[\"u1\",\"u2\"]"),
                new Accepted("[\"u3\"]", "[\"u3\"]"),
                new Accepted("[]", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("\"u1\"", "field.type"), new Refused("[{\"id\":\"u1\"}]", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
