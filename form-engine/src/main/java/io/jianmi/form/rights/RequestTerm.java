package io.jianmi.form.rights;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * Until when requests under a law are answered, as the tenant has it. Pure.
 *
 * @param answerIn from when it was received
 * @param extension by which it may be put off, once and with a reason
 * @param warnBefore so long before it is over somebody is told
 * @param usual whether a request that names no law is under this one
 */
record RequestTerm(Law law, Period answerIn, Period extension, Period warnBefore, boolean usual) {

    Instant due(Instant received) {
        return plus(received, answerIn);
    }

    Instant extended(Instant due) {
        return plus(due, extension);
    }

    Instant warned(Instant due) {
        return plus(due, warnBefore.negated());
    }

    /** Months are those of the calendar, so that one month from 31 January ends with February. */
    private static Instant plus(Instant from, Period period) {
        return from.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }
}
