package io.jianmi.form.field.multichoice;

import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.OptionValues;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.TextList;

/** Several values of a list that the designer wrote. */
public final class MultiChoiceType extends TextList<OptionValues> {

    public MultiChoiceType() {
        super("multi-choice", OptionValues.MAX_LENGTH);
    }

    @Override
    public Class<OptionValues> optionsType() {
        return OptionValues.class;
    }

    @Override
    public OptionValues options(OptionReader in) {
        return OptionValues.of(in);
    }

    @Override
    protected boolean valid(String item, OptionValues options, Report report) {
        return options.offers(item, report);
    }
}
