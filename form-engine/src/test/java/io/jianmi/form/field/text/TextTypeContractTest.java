package io.jianmi.form.field.text;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class TextTypeContractTest extends FieldTypeContract {

    TextTypeContractTest() {
        super("text", "\"maxLength\": 8");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"  Ａbc \"", "\"Abc\""),
                new Accepted("\"   \"", "null"),
                new Accepted("\"𠮷𠮷𠮷\"", "\"𠮷𠮷𠮷\""));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("7", "field.type"),
                new Refused("\"123456789\"", "field.too-long"),
                new Refused("\"a\\u0000b\"", "field.control-character"),
                new Refused("{\"replace\":\"x\"}", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "bc";
    }
}
