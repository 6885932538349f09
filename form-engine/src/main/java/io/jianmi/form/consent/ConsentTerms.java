package io.jianmi.form.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.consent.ConsentEvent.Channel;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who agreed to which purpose, having read which text. Pure.
 *
 * @param notice the text, as it is shown now: whoever agrees has read that one
 */
record ConsentTerms(UUID subject, ShownNotice notice, String purpose, Optional<Channel> channel) {

    /**
     * Reads {@code {"subject", "notice", "purpose", "form"?, "field"?, "channel"?}}. One purpose at a time, since each is agreed to on its
     * own (PIPL article 14, privacy design 5.2).
     *
     * @param known whether the tenant has records of the person that is named
     * @throws ProblemException {@link ConsentProblem#INVALID} with everything that is wrong
     */
    static ConsentTerms read(@Nullable JsonNode body, boolean known, List<ShownNotice> shown) {
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = RequestBody.object(body, findings);
        RequestBody.only(sent, findings, "subject", "notice", "purpose", "form", "field", "channel");
        refuse(findings);
        Optional<UUID> subject = subject(body);
        if (text(sent, "subject", findings) && !(known && subject.isPresent())) {
            findings.add(Finding.error("consent.subject-unknown", "/subject"));
        }
        Optional<ShownNotice> notice = notice(sent, shown, findings);
        Optional<Channel> channel = channel(sent, findings);
        refuse(findings);
        return new ConsentTerms(
                subject.orElseThrow(),
                notice.orElseThrow(),
                sent.path("purpose").textValue(),
                channel);
    }

    /** The person that a request names; empty when it names none. */
    static Optional<UUID> subject(@Nullable JsonNode body) {
        return body == null ? Optional.empty() : Ids.parse(body.path("subject").asText());
    }

    private static Optional<ShownNotice> notice(JsonNode sent, List<ShownNotice> shown, List<Finding> findings) {
        boolean named = text(sent, "notice", findings);
        boolean asked = text(sent, "purpose", findings);
        if (!named || !asked) {
            return Optional.empty();
        }
        String purpose = sent.get("purpose").textValue();
        List<ShownNotice> texts = shown.stream()
                .filter(text ->
                        text.options().notice().equals(sent.get("notice").textValue()))
                .filter(text -> same(sent, "form", text.form()) && same(sent, "field", text.field()))
                .toList();
        List<ShownNotice> asking = texts.stream()
                .filter(text -> text.options().purposes().contains(purpose))
                .toList();
        if (texts.isEmpty()) {
            findings.add(Finding.error("consent.notice-unknown", "/notice"));
        } else if (asking.isEmpty()) {
            findings.add(Finding.error("consent.purpose-unknown", "/purpose"));
        } else if (asking.size() > 1) {
            findings.add(Finding.error("consent.notice-ambiguous", differ(asking) ? "/form" : "/field"));
        }
        return asking.stream().findFirst();
    }

    private static boolean differ(List<ShownNotice> texts) {
        return texts.stream().map(ShownNotice::form).distinct().count() > 1;
    }

    /** Whether it is this one, or none is named. */
    private static boolean same(JsonNode sent, String key, String name) {
        return !sent.hasNonNull(key) || sent.get(key).asText().equals(name);
    }

    private static Optional<Channel> channel(JsonNode sent, List<Finding> findings) {
        if (!sent.hasNonNull("channel")) {
            return Optional.empty();
        }
        Optional<Channel> channel = Channel.of(sent.get("channel").asText());
        if (channel.isEmpty()) {
            findings.add(Finding.error("field.option-unknown", "/channel"));
        }
        return channel;
    }

    private static boolean text(JsonNode sent, String key, List<Finding> findings) {
        if (!sent.hasNonNull(key)) {
            findings.add(Finding.error("field.required", "/" + key));
        } else if (!sent.get(key).isTextual()) {
            findings.add(Finding.error("field.type", "/" + key, Map.of("expected", "text")));
        }
        return sent.path(key).isTextual();
    }

    private static void refuse(List<Finding> findings) {
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(ConsentProblem.INVALID, findings);
        }
    }
}
