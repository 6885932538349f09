package io.jianmi.form.field.serial;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class SerialTypeContractTest extends FieldTypeContract {

    SerialTypeContractTest() {
        super("serial", "\"pattern\": \"KH-{yyyy}{MM}-{00000}\"");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of();
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("\"KH-202601-00001\"", "field.generated"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
