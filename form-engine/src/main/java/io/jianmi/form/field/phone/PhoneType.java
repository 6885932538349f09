package io.jianmi.form.field.phone;

import io.jianmi.core.privacy.identifier.Mobile;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.CheckedText;
import io.jianmi.form.field.Report;

/** A mobile number, kept as typed; compared and searched in E.164. */
public final class PhoneType extends CheckedText {

    public PhoneType() {
        super("phone", Sensitivity.PERSONAL, DataCategory.PHONE, NormalForm.PHONE);
    }

    @Override
    protected boolean valid(String text, Report report) {
        return valid(Mobile.check(text), "field.phone-invalid", report);
    }
}
