package io.jianmi.form.field.email;

import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.CheckedText;
import io.jianmi.form.field.Report;
import java.util.Set;
import java.util.regex.Pattern;

/** A mail address, internationalised ones too (RFC 6531); quoted local parts and address literals are refused. */
public final class EmailType extends CheckedText {

    /** RFC 5321, 4.5.3.1.3 less the angle brackets. */
    private static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    public EmailType() {
        super("email", Sensitivity.PERSONAL, DataCategory.EMAIL, NormalForm.EMAIL);
    }

    @Override
    protected boolean valid(String text, Report report) {
        boolean valid = SHAPE.matcher(text).matches();
        if (!valid) {
            report.error("field.email-invalid");
        }
        return valid;
    }

    @Override
    protected int maxLength() {
        return LONGEST;
    }

    @Override
    public Set<String> searchModes() {
        return Set.of("exact");
    }
}
