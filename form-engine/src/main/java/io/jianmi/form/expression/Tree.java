package io.jianmi.form.expression;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose names are resolved and whose types are known. Made by {@link Checker}; every concern (inputs, cost,
 * evaluation, portable tree, SQL) is one {@link Visitor}.
 */
sealed interface Tree {

    Type type();

    <R> R accept(Visitor<R> visitor);

    enum Origin {
        FIELD,
        USER,
        LOCAL
    }

    enum Arithmetic {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        POWER("**");

        final String symbol;

        Arithmetic(String symbol) {
            this.symbol = symbol;
        }
    }

    enum Relation {
        EQUAL("="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        /** The relation that holds with both sides exchanged. */
        Relation mirrored() {
            return switch (this) {
                case EQUAL -> EQUAL;
                case LESS -> GREATER;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                case GREATER -> LESS;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            };
        }
    }

    /** {@code value} is a BigDecimal, String, Boolean, java.time value or null. */
    record Constant(Type type, @Nullable Object value) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /**
     * A variable and a way into it; over a list the way projects.
     *
     * @param path how evaluation reaches it, such as {@code [item, price]}
     * @param source the field it stands for, such as {@code [deals, price]}; empty when it is no field
     */
    record Reference(Type type, List<String> path, List<String> source, Origin origin, Sensitivity level)
            implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reference(this);
        }
    }

    /** An entry of what another expression gives: a column of filtered rows, or a part of a date. */
    record Path(Type type, Tree base, String key, List<String> source, Sensitivity level) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.path(this);
        }
    }

    record Calculation(Type type, Arithmetic operator, Tree left, Tree right) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.calculation(this);
        }
    }

    record Negation(Type type, Tree operand) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.negation(this);
        }
    }

    record Comparison(Relation relation, Tree left, Tree right) implements Tree {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** Three-valued {@code and} ({@code conjunction}) or {@code or}. */
    record Logic(boolean conjunction, Tree left, Tree right) implements Tree {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    record Not(Tree operand) implements Tree {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    record Conditional(Type type, Tree condition, Tree then, Tree otherwise) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** {@code value in list}. */
    record Membership(Tree value, Tree list) implements Tree {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.membership(this);
        }
    }

    record Call(Type type, Function function, List<Tree> arguments) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    record ListOf(Type type, List<Tree> items) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listOf(this);
        }
    }

    /** The items for which the condition is true; the condition sees each as {@code item}. */
    record Filter(Tree list, Tree condition) implements Tree {
        @Override
        public Type type() {
            return list.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** One item, counted from 1, or from the end when negative. */
    record Index(Type type, Tree list, Tree position) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** {@code some} or {@code every} item satisfies the condition. */
    record Quantified(boolean every, String name, Tree list, Tree condition) implements Tree {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.quantified(this);
        }
    }

    record Each(Type type, String name, Tree list, Tree result) implements Tree {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.each(this);
        }
    }

    interface Visitor<R> {
        R constant(Constant tree);

        R reference(Reference tree);

        R path(Path tree);

        R calculation(Calculation tree);

        R negation(Negation tree);

        R comparison(Comparison tree);

        R logic(Logic tree);

        R not(Not tree);

        R conditional(Conditional tree);

        R membership(Membership tree);

        R call(Call tree);

        R listOf(ListOf tree);

        R filter(Filter tree);

        R index(Index tree);

        R quantified(Quantified tree);

        R each(Each tree);
    }
}
