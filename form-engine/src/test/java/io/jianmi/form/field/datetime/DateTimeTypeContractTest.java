package io.jianmi.form.field.datetime;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class DateTimeTypeContractTest extends FieldTypeContract {

    DateTimeTypeContractTest() {
        super("date-time", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"2026-01-31T18:30:00+08:00\"", "\"2026-01-31T10:30:00Z\""),
                new Accepted("\"2024-02-29T23:59:59.1234567Z\"", "\"2024-02-29T23:59:59.123456Z\""),
                new Accepted("\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\""),
                new Accepted("\" \"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"2026-01-31T18:30:00\"", "field.date-time-invalid"),
                new Refused("\"2026-02-30T00:00:00Z\"", "field.date-time-invalid"),
                new Refused("\"+10000-01-01T00:00:00Z\"", "field.date-time-invalid"),
                new Refused("\"0001-01-01T00:00:00+08:00\"", "field.date-time-invalid"),
                new Refused("1767225600", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
