package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RequestBody;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for what, as it is entered at the desk. Pure.
 *
 * @param term of the law that it is under
 * @param note what was written along; may tell of the person
 */
record RequestEntry(
        RequestType type,
        UUID subject,
        Instant received,
        RequestTerm term,
        RequestChannel channel,
        Optional<JsonNode> note) {

    private static final int LONGEST = 4_000;

    /** Days are written down where it is another day already. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /**
     * Reads {@code {"type", "subject", "receivedAt"?, "law"?, "channel"?, "note"?}}.
     *
     * @param known whether the tenant has records of the person that is named
     * @throws ProblemException {@link RequestProblem#INVALID} with everything that is wrong
     */
    static RequestEntry read(@Nullable JsonNode body, boolean known, List<RequestTerm> terms, Instant now) {
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = RequestBody.object(body, findings);
        RequestBody.only(sent, findings, "type", "subject", "receivedAt", "law", "channel", "note");
        Optional<RequestType> type = word(sent, "type", RequestType::of, findings);
        if (!sent.hasNonNull("type")) {
            findings.add(Finding.error("field.required", "/type"));
        }
        Optional<UUID> subject = subject(body);
        if (!sent.hasNonNull("subject")) {
            findings.add(Finding.error("field.required", "/subject"));
        } else if (subject.isEmpty() || !known) {
            findings.add(Finding.error("rights.subject-unknown", "/subject"));
        }
        Instant received = received(sent, now, findings);
        Optional<RequestTerm> term = term(sent, terms, findings);
        RequestChannel channel =
                word(sent, "channel", RequestChannel::of, findings).orElse(RequestChannel.WEB);
        Optional<JsonNode> note = text(sent, "note", findings);
        refuse(findings);
        return new RequestEntry(type.orElseThrow(), subject.orElseThrow(), received, term.orElseThrow(), channel, note);
    }

    /** The person that a request names; empty when it names none. */
    static Optional<UUID> subject(@Nullable JsonNode body) {
        return body == null ? Optional.empty() : Ids.parse(body.path("subject").asText());
    }

    private static Optional<RequestTerm> term(JsonNode sent, List<RequestTerm> terms, List<Finding> findings) {
        Optional<Law> law = word(sent, "law", Law::of, findings);
        return terms.stream()
                .filter(term -> law.map(named -> named == term.law()).orElse(term.usual()))
                .findFirst();
    }

    private static Instant received(JsonNode sent, Instant now, List<Finding> findings) {
        if (!sent.hasNonNull("receivedAt")) {
            return now;
        }
        Optional<Instant> at = instant(sent.get("receivedAt").asText());
        if (at.isEmpty()) {
            findings.add(Finding.error("field.type", "/receivedAt", Map.of("expected", "date-time")));
        } else if (at.get().isAfter(now.plus(AHEAD))) {
            findings.add(Finding.error("rights.in-the-future", "/receivedAt"));
        }
        return at.orElse(now).truncatedTo(ChronoUnit.MICROS);
    }

    /** A moment, or a day, which begins at midnight UTC. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.length() == "2026-01-01".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> word(
            JsonNode sent, String key, Function<String, Optional<T>> parse, List<Finding> findings) {
        if (!sent.hasNonNull(key)) {
            return Optional.empty();
        }
        Optional<T> word = parse.apply(sent.get(key).asText());
        if (word.isEmpty()) {
            findings.add(Finding.error("field.option-unknown", "/" + key));
        }
        return word;
    }

    /** What people write; empty where nothing stands but blanks. */
    static Optional<JsonNode> text(JsonNode sent, String key, List<Finding> findings) {
        if (!sent.hasNonNull(key)) {
            return Optional.empty();
        }
        JsonNode text = sent.get(key);
        if (!text.isTextual()) {
            findings.add(Finding.error("field.type", "/" + key, Map.of("expected", "text")));
        } else if (text.textValue().length() > LONGEST) {
            findings.add(Finding.error("field.too-long", "/" + key, Map.of("maxLength", LONGEST)));
        }
        return Optional.of(text).filter(some -> !some.asText().isBlank());
    }

    static void refuse(List<Finding> findings) {
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(RequestProblem.INVALID, findings);
        }
    }
}
