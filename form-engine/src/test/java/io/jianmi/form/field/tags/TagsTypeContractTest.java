package io.jianmi.form.field.tags;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class TagsTypeContractTest extends FieldTypeContract {

    TagsTypeContractTest() {
        super("tags", "\"options\": [{\"value\": \"VIP\"}]");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("[\"VIP\",\" 老客户 \",\"VIP\"]", "[\"VIP\",\"老客户\"]"),
                new Accepted("[\"100%_sure\"]", "[\"100%_sure\"]"),
                new Accepted("[]", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("[\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"]", "field.too-long"),
                new Refused("[\"a\\u0000b\"]", "field.control-character"),
                new Refused("\"VIP\"", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
