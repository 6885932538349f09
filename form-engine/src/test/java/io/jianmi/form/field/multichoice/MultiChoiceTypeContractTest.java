package io.jianmi.form.field.multichoice;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class MultiChoiceTypeContractTest extends FieldTypeContract {

    MultiChoiceTypeContractTest() {
        super("multi-choice", "\"options\": [{\"value\": \"A\"}, {\"value\": \"B\"}, {\"value\": \"重点\"}]");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("[\"B\",\"A\",\"B\"]", "[\"B\",\"A\"]"),
                new Accepted("[\"重点\"]", "[\"重点\"]"),
                new Accepted("[]", "null"),
                new Accepted("[\"\"]", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("[\"A\",\"missing\"]", "field.option-unknown"),
                new Refused("\"A\"", "field.type"),
                new Refused("[1]", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
