package io.jianmi.core.privacy.consent;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as clients see it.
 *
 * @param act the {@link ConsentEvent.Act} in small letters
 * @param by id of the member who entered it
 * @param record null where no record captured it
 * @param channel {@code web}, {@code paper}, {@code phone}, {@code email}, {@code mini-program}; null where nobody said it
 * @param withdraws id of the event that the privacy desk took back by this one
 * @param stands whether it is an agreement that nothing has taken back since
 */
public record ConsentView(
        UUID id,
        UUID subject,
        String notice,
        String purpose,
        String act,
        Instant at,
        String by,
        String form,
        @Nullable UUID record,
        String field,
        @Nullable String channel,
        @Nullable UUID withdraws,
        boolean stands) {

    public static ConsentView of(ConsentLedger.Entry entry) {
        ConsentEvent event = entry.event();
        ConsentEvent.Source source = event.source();
        return new ConsentView(
                event.id(),
                event.subject(),
                event.notice(),
                event.purpose(),
                event.act().name().toLowerCase(Locale.ROOT),
                event.at(),
                event.actor(),
                source.form(),
                source.record(),
                source.field(),
                Optional.ofNullable(source.channel())
                        .map(ConsentEvent.Channel::key)
                        .orElse(null),
                source.withdraws(),
                entry.stands());
    }
}
