package io.jianmi.form.field.percent;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class PercentTypeContractTest extends FieldTypeContract {

    PercentTypeContractTest() {
        super("percent", "\"minimum\": 0, \"maximum\": \"100\"");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"12.50\"", "\"12.5\""),
                new Accepted("100", "\"100\""),
                new Accepted("0", "\"0\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"100.1\"", "field.maximum"),
                new Refused("-1", "field.minimum"),
                new Refused("\"12%\"", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
