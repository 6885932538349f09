package io.jianmi.form.field.address;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class AddressTypeContractTest extends FieldTypeContract {

    AddressTypeContractTest() {
        super("address", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"北京市朝阳区人民路1号\"", "\"北京市朝阳区人民路1号\""),
                new Accepted("{\"region\":\"北京市\",\"detail\":\"人民路1号\"}", "{\"region\":\"北京市\",\"detail\":\"人民路1号\"}"),
                new Accepted("{}", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("{\"street\":\"人民路1号\"}", "field.type"),
                new Refused("[\"a\"]", "field.type"),
                new Refused("{\"detail\":5}", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "人民路";
    }
}
