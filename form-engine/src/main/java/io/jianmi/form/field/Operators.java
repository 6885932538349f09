package io.jianmi.form.field;

import static io.jianmi.form.field.Operator.BETWEEN;
import static io.jianmi.form.field.Operator.CONTAINS;
import static io.jianmi.form.field.Operator.EQ;
import static io.jianmi.form.field.Operator.GT;
import static io.jianmi.form.field.Operator.GTE;
import static io.jianmi.form.field.Operator.IN;
import static io.jianmi.form.field.Operator.IS_EMPTY;
import static io.jianmi.form.field.Operator.IS_NOT_EMPTY;
import static io.jianmi.form.field.Operator.LT;
import static io.jianmi.form.field.Operator.LTE;
import static io.jianmi.form.field.Operator.NE;
import static io.jianmi.form.field.Operator.NOT_IN;
import static io.jianmi.form.field.Operator.STARTS_WITH;

import java.util.EnumSet;
import java.util.Set;

/** The sets of operators that several types share. */
public final class Operators {

    /** Of values that are equal or not. */
    public static final Set<Operator> EQUALITY = Set.of(EQ, NE, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY);

    /** Of values with an order. */
    public static final Set<Operator> ORDER = plus(EQUALITY, LT, LTE, GT, GTE, BETWEEN);

    /** Of texts; their order differs between database and engine, so it is no operator. */
    public static final Set<Operator> TEXT = plus(EQUALITY, CONTAINS, STARTS_WITH);

    /** Of lists: whether they hold a value, any of some, or none of them. */
    public static final Set<Operator> LIST = Set.of(CONTAINS, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY);

    private Operators() {}

    public static Set<Operator> plus(Set<Operator> some, Operator... more) {
        Set<Operator> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
