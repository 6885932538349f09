package io.jianmi.form.expression;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValRange;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;

/** Lets a range leave feel-engine as it is; its own mapper fails on ranges. */
final class RangeResults extends JavaCustomValueMapper {

    @Override
    public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
        return Optional.empty();
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
        return value instanceof ValRange ? Optional.of(value) : Optional.empty();
    }
}
