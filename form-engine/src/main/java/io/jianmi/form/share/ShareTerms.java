package io.jianmi.form.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.Report;
import io.jianmi.form.record.RecordProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * With whom a record is to be shared, and for how long. Pure.
 *
 * @param member the receiver's id
 * @param until empty where nothing is said
 */
record ShareTerms(String member, Optional<Instant> until) {

    static final Duration USUAL = Duration.ofDays(30);
    static final int MOST_DAYS = 90;

    /**
     * @throws ProblemException {@link RecordProblem#VALIDATION}, findings at {@code /member} and {@code /until}
     */
    static ShareTerms read(JsonNode body, CompiledForm form, Actor sharer, Org org, Instant now) {
        List<Finding> findings = new ArrayList<>();
        String member = member(body.path("member"), form, sharer, org, new Report("/member", findings));
        Optional<Instant> until = until(body.path("until"), now, new Report("/until", findings));
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(RecordProblem.VALIDATION, findings);
        }
        return new ShareTerms(member, until);
    }

    /** Somebody whose groups let him read no record of the form would see nothing: that is said, and why is not. */
    private static String member(JsonNode sent, CompiledForm form, Actor sharer, Org org, Report report) {
        if (sent.isMissingNode() || sent.isNull()) {
            report.error("field.required");
            return "";
        }
        Optional<Actor> receiver = sent.isTextual() ? org.actor(new MemberId(sent.textValue())) : Optional.empty();
        if (receiver.isEmpty()) {
            report.error("member.unknown");
        } else if (receiver.get().id().equals(sharer.id())) {
            report.error("share.oneself");
        } else if (!form.access().matching(receiver.get()).receive()) {
            report.error("share.no-read");
        }
        return sent.asText();
    }

    private static Optional<Instant> until(JsonNode sent, Instant now, Report report) {
        if (sent.isMissingNode() || sent.isNull()) {
            return Optional.empty();
        }
        Optional<Instant> until = time(sent);
        if (until.isEmpty()) {
            report.error("field.type", Map.of("expected", "date-time"));
        } else if (!until.get().isAfter(now)) {
            report.error("share.until-past");
        } else if (until.get().isAfter(now.plus(MOST_DAYS, ChronoUnit.DAYS))) {
            report.error("share.until-too-late", Map.of("maxDays", MOST_DAYS));
        }
        return until;
    }

    private static Optional<Instant> time(JsonNode sent) {
        try {
            return sent.isTextual()
                    ? Optional.of(
                            OffsetDateTime.parse(sent.textValue()).toInstant().truncatedTo(ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** When it ends: as he says, else after the usual time, which shortens nothing that holds longer. */
    Instant end(Instant now, Optional<Share> before) {
        return until.orElseGet(() -> {
            Instant usual = now.plus(USUAL);
            return before.map(Share::until).filter(usual::isBefore).orElse(usual);
        });
    }
}
