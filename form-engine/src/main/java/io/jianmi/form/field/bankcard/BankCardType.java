package io.jianmi.form.field.bankcard;

import io.jianmi.core.privacy.identifier.BankCard;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.CheckedText;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.Report;
import java.util.Set;

/** The number of a bank card. */
public final class BankCardType extends CheckedText {

    public BankCardType() {
        super("bank-card", Sensitivity.SENSITIVE, DataCategory.BANKCARD, NormalForm.CODE);
    }

    @Override
    protected boolean valid(String text, Report report) {
        return valid(BankCard.check(text), "field.bank-card-invalid", report);
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }
}
