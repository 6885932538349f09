package io.jianmi.form.field.plate;

import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.identifier.Plate;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.CheckedText;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.Report;
import java.util.Set;

/** A number plate; it leads to its keeper. */
public final class PlateType extends CheckedText {

    public PlateType() {
        super("plate", Sensitivity.PERSONAL, DataCategory.PLATE, NormalForm.CODE);
    }

    @Override
    protected boolean valid(String text, Report report) {
        return valid(Plate.check(text), "field.plate-invalid", report);
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }
}
