package io.jianmi.form.field;

import io.jianmi.form.definition.FieldOptions;

/** A field type that has no options of its own. */
public interface Optionless extends FieldType<FieldOptions.None> {

    @Override
    default Class<FieldOptions.None> optionsType() {
        return FieldOptions.None.class;
    }

    @Override
    default FieldOptions.None options(OptionReader in) {
        return new FieldOptions.None();
    }
}
