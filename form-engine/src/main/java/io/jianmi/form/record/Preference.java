package io.jianmi.form.record;

import io.jianmi.core.command.Precondition;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What request headers ask for: {@code Prefer: wait=n} (RFC 7240), {@code If-Match} and {@code Accept-Language} (RFC 9110). */
public final class Preference {

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,3})");
    private static final int LONGEST = 10;

    private Preference() {}

    /** How long the caller would wait, at most ten seconds; zero when he did not say. */
    public static Duration wait(@Nullable String prefer) {
        Matcher matcher = WAIT.matcher(prefer == null ? "" : prefer);
        return matcher.find()
                ? Duration.ofSeconds(Math.min(LONGEST, Integer.parseInt(matcher.group(1))))
                : Duration.ZERO;
    }

    /** The language that the caller would have before all others. */
    public static String language(String acceptLanguage) {
        return acceptLanguage.split("[,;]", 2)[0].strip();
    }

    /** The version that the caller has read; none: 428, one that we never gave: as if it had changed. */
    public static int version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(CommonProblem.PRECONDITION_REQUIRED);
        }
        return Precondition.number(ifMatch).orElse(0);
    }
}
