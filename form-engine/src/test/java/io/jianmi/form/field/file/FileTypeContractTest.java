package io.jianmi.form.field.file;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class FileTypeContractTest extends FieldTypeContract {

    FileTypeContractTest() {
        super("file", "\"maxFiles\": 3");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("[]", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("[\"018f0000-0000-7000-8000-000000000001\"]", "file.not-available"),
                new Refused("\"x\"", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
