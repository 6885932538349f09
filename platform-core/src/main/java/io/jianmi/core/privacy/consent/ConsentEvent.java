package io.jianmi.core.privacy.consent;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One purpose agreed to, refused or taken back.
 *
 * @param subject the person
 * @param notice version of the text that was shown
 * @param actor member who entered it
 * @param source the text that it answers, and how it came here
 */
public record ConsentEvent(
        UUID id, UUID subject, String notice, String purpose, Act act, Instant at, String actor, Source source) {

    public enum Act {
        GRANT,
        REFUSE,
        WITHDRAW
    }

    /** How an answer that no record captured reached the privacy desk. */
    public enum Channel {
        WEB,
        PAPER,
        PHONE,
        EMAIL,
        MINI_PROGRAM;

        /** As clients write it, such as {@code mini-program}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Channel> of(String key) {
            for (Channel channel : values()) {
                if (channel.key().equals(key)) {
                    return Optional.of(channel);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The consent field whose text was answered.
     *
     * @param record the one that captured the answer; null when it was given to the privacy desk
     * @param channel null in a record, and where the privacy desk has not said it
     * @param withdraws the event that is taken back, where the privacy desk takes one back
     */
    public record Source(
            String form,
            @Nullable UUID record,
            String field,
            @Nullable Channel channel,
            @Nullable UUID withdraws) {

        /** A consent field of a record. */
        public static Source record(String form, UUID record, String field) {
            return new Source(form, record, field, null, null);
        }
    }
}
