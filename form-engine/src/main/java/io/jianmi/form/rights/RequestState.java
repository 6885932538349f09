package io.jianmi.form.rights;

import java.util.Map;
import java.util.Optional;

/** Where a request stands, and which acts lead where. The one table: what it does not name is refused. */
enum RequestState {
    RECEIVED,
    IN_PROGRESS,
    ANSWERED,
    REFUSED,
    WITHDRAWN;

    private static final Map<RequestState, Map<RequestAct, RequestState>> NEXT = Map.of(
            RECEIVED,
            Map.of(
                    RequestAct.ASSIGN, IN_PROGRESS,
                    RequestAct.EXTEND, RECEIVED,
                    RequestAct.CARRY_OUT, IN_PROGRESS,
                    RequestAct.ANSWER, ANSWERED,
                    RequestAct.REFUSE, REFUSED,
                    RequestAct.WITHDRAW, WITHDRAWN),
            IN_PROGRESS,
            Map.of(
                    RequestAct.ASSIGN, IN_PROGRESS,
                    RequestAct.EXTEND, IN_PROGRESS,
                    RequestAct.CARRY_OUT, IN_PROGRESS,
                    RequestAct.ANSWER, ANSWERED,
                    RequestAct.REFUSE, REFUSED,
                    RequestAct.WITHDRAW, WITHDRAWN),
            // A package lives for a day: what was granted may be made once more.
            ANSWERED,
            Map.of(RequestAct.CARRY_OUT, ANSWERED),
            REFUSED,
            Map.of(),
            WITHDRAWN,
            Map.of());

    /** Empty where the act is not open. */
    Optional<RequestState> after(RequestAct act) {
        return Optional.ofNullable(NEXT.getOrDefault(this, Map.of()).get(act));
    }

    /** Whether nothing is owed any more. */
    boolean closed() {
        return this == ANSWERED || this == REFUSED || this == WITHDRAWN;
    }

    String key() {
        return Words.key(this);
    }

    static Optional<RequestState> of(String key) {
        return Words.of(values(), key);
    }
}
