package io.jianmi.form.field.rating;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class RatingTypeContractTest extends FieldTypeContract {

    RatingTypeContractTest() {
        super("rating", "\"maximum\": 10");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("4", "\"4\""),
                new Accepted("10", "\"10\""),
                new Accepted("\"7\"", "\"7\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("0", "field.minimum"),
                new Refused("11", "field.maximum"),
                new Refused("3.5", "field.scale"),
                new Refused("[]", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
