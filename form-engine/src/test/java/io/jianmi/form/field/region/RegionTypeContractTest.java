package io.jianmi.form.field.region;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class RegionTypeContractTest extends FieldTypeContract {

    RegionTypeContractTest() {
        super("region", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"110105\"", "\"110105\""),
                new Accepted("\"440000\"", "\"440000\""),
                new Accepted("\"440300\"", "\"440300\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"999999\"", "field.region-unknown"),
                new Refused("\"北京市\"", "field.region-unknown"),
                new Refused("1101051", "field.type"),
                new Refused("\"1101051\"", "field.too-long"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
