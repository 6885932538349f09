package io.jianmi.form.field.tags;

import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.OptionValues;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.TextList;

/** Words that people add; the designer's list only proposes some, so their level must be named as that of any text. */
public final class TagsType extends TextList<OptionValues> {

    private static final int MAX_LENGTH = 50;

    public TagsType() {
        super("tags", MAX_LENGTH);
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
        return true;
    }

    @Override
    public boolean freeText() {
        return true;
    }
}
