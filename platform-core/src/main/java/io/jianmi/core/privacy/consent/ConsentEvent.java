package io.jianmi.core.privacy.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * One purpose agreed to, refused or taken back.
 *
 * @param subject the person
 * @param notice version of the text that was shown
 * @param actor member who entered it
 * @param source where it was entered
 */
public record ConsentEvent(
        UUID subject, String notice, String purpose, Act act, Instant at, String actor, Source source) {

    public enum Act {
        GRANT,
        REFUSE,
        WITHDRAW
    }

    /** A consent field of a record. */
    public record Source(String form, UUID record, String field) {}
}
