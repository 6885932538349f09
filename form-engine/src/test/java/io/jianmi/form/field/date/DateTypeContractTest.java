package io.jianmi.form.field.date;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class DateTypeContractTest extends FieldTypeContract {

    DateTypeContractTest() {
        super("date", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("\"2024-02-29\"", "\"2024-02-29\""), new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"2023-02-29\"", "field.date-invalid"),
                new Refused("\"2024-2-9\"", "field.date-invalid"),
                new Refused("20240229", "field.type"),
                new Refused("\"+12024-02-29\"", "field.date-invalid"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
