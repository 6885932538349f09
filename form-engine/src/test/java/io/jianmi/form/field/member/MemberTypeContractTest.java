package io.jianmi.form.field.member;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class MemberTypeContractTest extends FieldTypeContract {

    MemberTypeContractTest() {
        super("member", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("\"u-1\"", "\"u-1\""), new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("{\"id\":\"u-1\"}", "field.type"), new Refused("5", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
