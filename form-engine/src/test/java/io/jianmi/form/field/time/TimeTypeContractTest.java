package io.jianmi.form.field.time;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class TimeTypeContractTest extends FieldTypeContract {

    TimeTypeContractTest() {
        super("time", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"09:30\"", "\"09:30\""),
                new Accepted("\"23:59:59\"", "\"23:59:59\""),
                new Accepted("\"00:00:00\"", "\"00:00\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"24:00\"", "field.time-invalid"),
                new Refused("\"9:30\"", "field.time-invalid"),
                new Refused("\"09:30:00.5\"", "field.time-invalid"),
                new Refused("930", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
