package io.jianmi.form.rights;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are listed; all conditions hold together. Pure.
 *
 * @param states any of them; empty for all
 */
record RequestFilter(Set<RequestState> states, Optional<RequestType> type, Optional<UUID> subject, boolean overdue) {

    /** All that is not closed. */
    private static final String OPEN = "open";

    RequestFilter {
        states = Set.copyOf(states);
    }

    static RequestFilter of(
            @Nullable String state, @Nullable String type, @Nullable String subject, @Nullable String overdue) {
        return new RequestFilter(
                given(state).map(RequestFilter::states).orElse(Set.of()),
                given(type).map(key -> RequestType.of(key).orElseThrow(() -> invalid("type"))),
                given(subject).map(id -> Ids.parse(id).orElseThrow(() -> invalid("subject"))),
                given(overdue).map(RequestFilter::flag).orElse(false));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(some -> !some.isEmpty());
    }

    private static Set<RequestState> states(String key) {
        return key.equals(OPEN)
                ? Arrays.stream(RequestState.values())
                        .filter(state -> !state.closed())
                        .collect(Collectors.toSet())
                : Set.of(RequestState.of(key).orElseThrow(() -> invalid("state")));
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid("overdue");
        }
        return text.equals("true");
    }

    private static ProblemException invalid(String parameter) {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
