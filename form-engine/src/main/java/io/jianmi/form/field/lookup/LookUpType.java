package io.jianmi.form.field.lookup;

import io.jianmi.form.field.Derivation;
import io.jianmi.form.field.DerivedType;
import io.jianmi.form.field.OptionReader;
import java.util.Objects;

/** A field of the record that a relation points at, as its reader may see it there. */
public final class LookUpType extends DerivedType<Derivation.LookUp> {

    @Override
    public String key() {
        return "look-up";
    }

    @Override
    public Class<Derivation.LookUp> optionsType() {
        return Derivation.LookUp.class;
    }

    @Override
    public Derivation.LookUp options(OptionReader in) {
        return new Derivation.LookUp(
                Objects.requireNonNullElse(in.text("through"), ""), Objects.requireNonNullElse(in.text("field"), ""));
    }
}
