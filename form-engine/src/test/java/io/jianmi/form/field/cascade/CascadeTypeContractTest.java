package io.jianmi.form.field.cascade;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class CascadeTypeContractTest extends FieldTypeContract {

    CascadeTypeContractTest() {
        super(
                "cascade",
                "\"options\": [{\"value\": \"电器\", \"options\": [{\"value\": \"冰箱\"}, {\"value\": \"其他\"}]}, {\"value\": \"其他\"}]");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("[\"电器\",\"冰箱\"]", "[\"电器\",\"冰箱\"]"),
                new Accepted("[\"电器\",\"其他\"]", "[\"电器\",\"其他\"]"),
                new Accepted("[\"其他\"]", "[\"其他\"]"),
                new Accepted("[]", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("[\"电器\"]", "field.option-unknown"),
                new Refused("[\"冰箱\"]", "field.option-unknown"),
                new Refused("[\"电器\",\"冰箱\",\"大\"]", "field.option-unknown"),
                new Refused("\"电器\"", "field.type"),
                new Refused("[1]", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
