package io.jianmi.form.field.bankcard;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class BankCardTypeContractTest extends FieldTypeContract {

    BankCardTypeContractTest() {
        super("bank-card", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"6200 0000 0000 0005\"", "\"6200 0000 0000 0005\""),
                new Accepted("\"4111111111111111\"", "\"4111111111111111\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"4111111111111112\"", "field.bank-card-invalid"),
                new Refused("\"41111111111\"", "field.bank-card-invalid"),
                new Refused("6200000000000005", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "0000 0000";
    }
}
