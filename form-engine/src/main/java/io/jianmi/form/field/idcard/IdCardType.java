package io.jianmi.form.field.idcard;

import io.jianmi.core.privacy.identifier.IdCard;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.CheckedText;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.Report;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** A resident identity number. */
public final class IdCardType extends CheckedText {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final InstantSource clock;

    public IdCardType(InstantSource clock) {
        super("id-card", Sensitivity.SENSITIVE, DataCategory.IDCARD, NormalForm.CODE);
        this.clock = clock;
    }

    @Override
    protected boolean valid(String text, Report report) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        return valid(IdCard.check(text, today), "field.id-card-invalid", report);
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }
}
