package io.jianmi.form.field.rollup;

import io.jianmi.form.field.Derivation;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.DerivedType;
import io.jianmi.form.field.OptionReader;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows as one value: those of a subform ({@code "of": "deals"}), or the records of another form whose relation points here
 * ({@code "of": "order.customer"}).
 */
public final class RollUpType extends DerivedType<Derivation.RollUp> {

    @Override
    public String key() {
        return "roll-up";
    }

    @Override
    public Class<Derivation.RollUp> optionsType() {
        return Derivation.RollUp.class;
    }

    @Override
    public Derivation.RollUp options(OptionReader in) {
        String of = Objects.requireNonNullElse(in.text("of"), "");
        int dot = of.indexOf('.');
        return new Derivation.RollUp(
                dot < 0 ? Optional.empty() : Optional.of(of.substring(0, dot)),
                of.substring(dot + 1),
                Optional.ofNullable(in.text("field")),
                Aggregate.parse(in.text("aggregate")).orElse(Aggregate.COUNT),
                in.text("filter"));
    }
}
