package io.jianmi.form.field.longtext;

import static io.jianmi.form.field.Operator.CONTAINS;
import static io.jianmi.form.field.Operator.IS_EMPTY;
import static io.jianmi.form.field.Operator.IS_NOT_EMPTY;

import io.jianmi.form.field.FreeText;
import io.jianmi.form.field.Operator;
import java.util.Set;

/** Several lines of text; too long to be sorted or compared. */
public final class LongTextType extends FreeText {

    private static final int DEFAULT_MAX_LENGTH = 20_000;

    public LongTextType() {
        super("long-text", DEFAULT_MAX_LENGTH, true);
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(CONTAINS, IS_EMPTY, IS_NOT_EMPTY);
    }
}
