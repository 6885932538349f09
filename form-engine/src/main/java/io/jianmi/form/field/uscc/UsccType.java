package io.jianmi.form.field.uscc;

import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.identifier.Uscc;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.CheckedText;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.Report;
import java.util.Set;

/** The unified social credit code of an organisation; public, so internal unless tagged. */
public final class UsccType extends CheckedText {

    public UsccType() {
        super("uscc", Sensitivity.INTERNAL, null, NormalForm.CODE);
    }

    @Override
    protected boolean valid(String text, Report report) {
        return valid(Uscc.check(text), "field.uscc-invalid", report);
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }
}
