package io.jianmi.core.outbox;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import java.time.Duration;

/** What becomes of a message that failed: tried again, each time after twice the pause, and parked after some tries. */
final class Postponement {

    private static final int TRIES_BEFORE_PARKING = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private Postponement() {}

    /**
     * The update of one message. Several relays may have tried it at once: that is one failure, or a moment's trouble would use up
     * all tries of a message on many nodes.
     *
     * @param reason placeholder of the {@link #reason}, as the driver writes it
     * @param id placeholder of the message's id
     * @param before placeholder of how often it had failed when it was taken up
     */
    static String sql(TenantKey tenant, String reason, String id, String before) {
        return """
                update "%s".outbox set attempts = attempts + 1, failure = %s,
                next_at = now() + interval '1 millisecond' * least(%d, %d * power(2, attempts)),
                parked_at = case when attempts + 1 >= %d then now() end
                where id = %s and attempts = %s
                """.formatted(
                        tenant.schema(),
                        reason,
                        LONGEST_PAUSE.toMillis(),
                        FIRST_PAUSE.toMillis(),
                        TRIES_BEFORE_PARKING,
                        id,
                        before);
    }

    /** A code or a class name: messages of exceptions may quote data. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause && !(cause instanceof ProblemException)) {
            cause = cause.getCause();
        }
        return cause instanceof ProblemException problem
                ? problem.type().code()
                : cause.getClass().getName();
    }
}
