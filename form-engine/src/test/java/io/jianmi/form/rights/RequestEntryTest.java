package io.jianmi.form.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestEntryTest {

    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final String PERSON = "01a21559-d410-76f3-b7b8-0f997592be09";
    private static final List<RequestTerm> TERMS = List.of(
            new RequestTerm(Law.PIPL, Period.ofDays(15), Period.ofDays(15), Period.ofDays(3), true),
            new RequestTerm(Law.GDPR, Period.ofMonths(1), Period.ofMonths(2), Period.ofDays(7), false),
            new RequestTerm(Law.CCPA, Period.ofDays(45), Period.ofDays(45), Period.ofDays(10), false));

    @ParameterizedTest
    @CsvSource({
        "pipl, 2026-02-15T08:00:00Z, 2026-03-02T08:00:00Z",
        "gdpr, 2026-02-28T08:00:00Z, 2026-04-28T08:00:00Z",
        "ccpa, 2026-03-17T08:00:00Z, 2026-05-01T08:00:00Z"
    })
    void eachLawHasTermsOfItsOwn(String law, Instant due, Instant extended) {
        RequestEntry entry = read("{\"type\":\"access\",\"subject\":\"" + PERSON + "\",\"law\":\"" + law + "\"}", true);

        assertThat(entry.term().due(entry.received())).isEqualTo(due);
        assertThat(entry.term().extended(due)).isEqualTo(extended);
    }

    @Test
    void whatNamesNoLawIsUnderTheUsualOneAndReceivedNow() {
        RequestEntry entry = read("{\"type\":\"object\",\"subject\":\"" + PERSON + "\",\"note\":\" \"}", true);

        assertThat(entry.term().law()).isEqualTo(Law.PIPL);
        assertThat(entry.received()).isEqualTo(NOW);
        assertThat(entry.note()).isEmpty();
    }

    @Test
    void aDayIsAsGoodAsAMoment() {
        String body = "{\"type\":\"access\",\"subject\":\"" + PERSON + "\",\"receivedAt\":\"2026-01-20\"}";
        assertThat(read(body, true).received()).isEqualTo(Instant.parse("2026-01-20T00:00:00Z"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        String body = """
                {"type": "forget", "subject": "somebody", "receivedAt": "2026-02-03T00:00:00Z", "law": "hipaa",
                 "channel": "pigeon", "note": 7, "more": true}
                """;
        assertThat(wrong(body, true))
                .containsExactlyInAnyOrder(
                        "/more request.unknown-property",
                        "/type field.option-unknown",
                        "/subject rights.subject-unknown",
                        "/receivedAt rights.in-the-future",
                        "/law field.option-unknown",
                        "/channel field.option-unknown",
                        "/note field.type");
        assertThat(wrong("{}", false)).containsExactlyInAnyOrder("/type field.required", "/subject field.required");
        assertThat(wrong("{\"type\":\"access\",\"subject\":\"" + PERSON + "\"}", false))
                .containsExactly("/subject rights.subject-unknown");
    }

    private static RequestEntry read(String body, boolean known) {
        return RequestEntry.read(json(body), known, TERMS, NOW);
    }

    private static List<String> wrong(String body, boolean known) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read(body, known));
        return problem.findings().stream().map(RequestEntryTest::told).toList();
    }

    static String told(Finding finding) {
        return finding.pointer() + " " + finding.code();
    }

    private static JsonNode json(String text) {
        return Json.parse(text);
    }
}
