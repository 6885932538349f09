package io.jianmi.core.privacy.identifier;

/** Why an identifier is refused: the first failing check in the order its standard's class documents. */
public enum Reason {
    /** Empty, too short or too long. */
    LENGTH,
    /** A character that this identifier never has. */
    CHARSET,
    /** No such province or administrative code. */
    REGION,
    /** No such day in the calendar. */
    DATE,
    /** A day after today. */
    FUTURE,
    /** The check character does not fit. */
    CHECKSUM,
    /** A 15-digit identity number, not valid since 2013. */
    LEGACY15,
    /** One digit all through. */
    REPEATED,
    /** Another country's number. */
    COUNTRY,
    /** No such range of numbers. */
    PREFIX
}
