package io.jianmi.form.field.duration;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class DurationTypeContractTest extends FieldTypeContract {

    DurationTypeContractTest() {
        super("duration", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"PT1H30M\"", "\"PT1H30M\""),
                new Accepted("\"P1DT2H\"", "\"PT26H\""),
                new Accepted("\"PT90M\"", "\"PT1H30M\""),
                new Accepted("\"-PT5S\"", "\"PT-5S\""),
                new Accepted("\"PT0S\"", "\"PT0S\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"P1Y\"", "field.duration-invalid"),
                new Refused("\"PT0.5S\"", "field.duration-invalid"),
                new Refused("\"P400000D\"", "field.duration-invalid"),
                new Refused("\"1 hour\"", "field.duration-invalid"),
                new Refused("90", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
