package io.jianmi.form.access;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How somebody may reveal.
 *
 * @param purposes among which he chooses; each field's own purposes narrow them
 * @param minutes how long a reveal lasts
 * @param perHour most records in an hour, empty for no such limit
 * @param perDay most records in a day, empty for no such limit
 * @param stepUp {@code mfa} when a fresh second factor is asked
 * @param approvedBy roles one of whose members must agree first; empty for nobody
 */
public record RevealTerms(
        Set<String> purposes,
        int minutes,
        OptionalInt perHour,
        OptionalInt perDay,
        Optional<String> stepUp,
        Set<String> approvedBy) {

    public RevealTerms {
        purposes = Set.copyOf(purposes);
        approvedBy = Set.copyOf(approvedBy);
    }
}
