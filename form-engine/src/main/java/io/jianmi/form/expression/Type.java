package io.jianmi.form.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The static type of an expression. {@code null} is a value of every type.
 *
 * @param element what a list holds; null for other kinds
 * @param entries what a context holds; null for other kinds
 */
public record Type(
        Kind kind, @Nullable Type element, @Nullable Names entries) {

    public enum Kind {
        NUMBER("number"),
        STRING("string"),
        BOOLEAN("boolean"),
        DATE("date"),
        TIME("time"),
        DATE_TIME("date-time"),
        DAYS_DURATION("days-duration"),
        MONTHS_DURATION("months-duration"),
        LIST("list"),
        CONTEXT("context"),
        NULL("null"),
        ANY("any");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The name used in findings, portable trees and over HTTP. */
        public String key() {
            return key;
        }
    }

    public static final Type NUMBER = of(Kind.NUMBER);
    public static final Type STRING = of(Kind.STRING);
    public static final Type BOOLEAN = of(Kind.BOOLEAN);
    public static final Type DATE = of(Kind.DATE);
    public static final Type TIME = of(Kind.TIME);
    public static final Type DATE_TIME = of(Kind.DATE_TIME);
    public static final Type DAYS_DURATION = of(Kind.DAYS_DURATION);
    public static final Type MONTHS_DURATION = of(Kind.MONTHS_DURATION);
    public static final Type NULL = of(Kind.NULL);
    public static final Type ANY = of(Kind.ANY);

    private static final Set<Kind> ORDERED = Set.of(
            Kind.NUMBER,
            Kind.STRING,
            Kind.DATE,
            Kind.TIME,
            Kind.DATE_TIME,
            Kind.DAYS_DURATION,
            Kind.MONTHS_DURATION,
            Kind.ANY,
            Kind.NULL);

    private static Type of(Kind kind) {
        return new Type(kind, null, null);
    }

    public static Type list(Type element) {
        return new Type(Kind.LIST, element, null);
    }

    public static Type context(Names entries) {
        return new Type(Kind.CONTEXT, null, entries);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Nothing is known before run time: the type is {@code any}, or only {@code null} was seen. */
    boolean isOpen() {
        return kind == Kind.ANY || kind == Kind.NULL;
    }

    boolean isOrdered() {
        return ORDERED.contains(kind);
    }

    /** The element type of a list; {@code any} for whatever else. */
    Type elementOrAny() {
        return element == null ? ANY : element;
    }

    /** Whether a value of this type may stand where {@code expected} is asked for. */
    boolean fits(Type expected) {
        if (isOpen() || expected.isOpen()) {
            return true;
        }
        if (kind == Kind.LIST && expected.kind == Kind.LIST) {
            return elementOrAny().fits(expected.elementOrAny());
        }
        return kind == expected.kind
                && (entries == null || expected.entries == null || entries.among(expected.entries));
    }

    /** The narrowest type that both have; {@code any} when they have nothing in common. */
    Type or(Type other) {
        if (kind == Kind.NULL) {
            return other;
        }
        if (other.kind == Kind.NULL) {
            return this;
        }
        if (kind == Kind.LIST && other.kind == Kind.LIST) {
            return list(elementOrAny().or(other.elementOrAny()));
        }
        return fits(other) && other.fits(this) ? this : ANY;
    }

    @Override
    public String toString() {
        return element == null ? kind.key() : kind.key() + "<" + element + ">";
    }
}
