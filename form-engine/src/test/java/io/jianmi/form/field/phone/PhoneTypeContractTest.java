package io.jianmi.form.field.phone;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class PhoneTypeContractTest extends FieldTypeContract {

    PhoneTypeContractTest() {
        super("phone", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"138 0013 8000\"", "\"138 0013 8000\""),
                new Accepted("\"+86-13800138000\"", "\"+86-13800138000\""),
                new Accepted("\"１３８００１３８０００\"", "\"13800138000\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"1380013800\"", "field.phone-invalid"),
                new Refused("\"+14155550123\"", "field.phone-invalid"),
                new Refused("13800138000", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "0013";
    }
}
