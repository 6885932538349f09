package io.jianmi.workflow.node;

import io.jianmi.core.calendar.Span;
import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.workflow.assignee.AssigneeRule;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a task is due and what happens then.
 *
 * @param after from the moment the task stands
 * @param remindEvery how often its person is reminded while it stands, also when it is overdue
 * @param then where the definition does not say: {@link Then#NOTIFY}
 * @param reassign to whom, with {@link Then#REASSIGN}
 */
public record Due(Span after, Optional<Span> remindEvery, Then then, Optional<AssigneeRule> reassign) {

    /** What the end of the term does. */
    public enum Then {
        REASSIGN,
        APPROVE,
        REJECT,
        NOTIFY;

        /** The word in definitions. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Then> parse(String word) {
            return Stream.of(values()).filter(then -> then.key().equals(word)).findFirst();
        }
    }

    /**
     * The term of a task that begins to stand.
     *
     * @param calendar by which the tenant works; empty: the clock alone counts
     */
    public Timing from(Instant now, Optional<WorkingCalendar> calendar) {
        return new Timing(
                end(now, after, calendar),
                remindEvery.map(every -> end(now, every, calendar)).orElse(null),
                null);
    }

    /** When its person is to be reminded the next time; empty when nobody is. */
    public Optional<Instant> nextReminder(Instant now, Optional<WorkingCalendar> calendar) {
        return remindEvery.map(every -> end(now, every, calendar));
    }

    private static Instant end(Instant now, Span span, Optional<WorkingCalendar> calendar) {
        return calendar.map(working -> working.after(now, span)).orElseGet(() -> span.after(now));
    }
}
