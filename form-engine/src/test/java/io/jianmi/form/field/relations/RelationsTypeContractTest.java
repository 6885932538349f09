package io.jianmi.form.field.relations;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;
import java.util.Locale;

class RelationsTypeContractTest extends FieldTypeContract {

    private static final String ONE = "018f0000-0000-7000-8000-00000000000a";
    private static final String OTHER = "018f0000-0000-7000-8000-00000000000b";

    RelationsTypeContractTest() {
        super("relations", "\"form\": \"company\"");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("[\"" + ONE.toUpperCase(Locale.ROOT) + "\", \"" + ONE + "\"]", "[\"" + ONE + "\"]"),
                new Accepted("[\"" + OTHER + "\", \"" + ONE + "\"]", "[\"" + OTHER + "\", \"" + ONE + "\"]"),
                new Accepted("[]", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("[\"not-an-id\"]", "field.id-invalid"),
                new Refused("[{\"id\": \"" + ONE + "\"}]", "field.type"),
                new Refused("\"" + ONE + "\"", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
