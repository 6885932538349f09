package io.jianmi.form.rights;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of requests ended, in the order in which they are listed. Pure. */
record RequestCursor(boolean closed, Instant due, UUID id) {

    private static final Pattern TEXT = Pattern.compile("([01])\\.(-?[0-9]{1,17})\\.([0-9a-f-]{36})");

    static RequestCursor of(SubjectRequest last) {
        return new RequestCursor(last.state().closed(), last.due(), last.id());
    }

    static Optional<RequestCursor> of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw invalid();
        }
        Instant due = Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS);
        UUID id = Ids.parse(parts.group(3)).orElseThrow(RequestCursor::invalid);
        return Optional.of(new RequestCursor(parts.group(1).equals("1"), due, id));
    }

    String text() {
        return (closed ? 1 : 0) + "." + ChronoUnit.MICROS.between(Instant.EPOCH, due) + "." + id;
    }

    private static ProblemException invalid() {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "after"));
    }
}
