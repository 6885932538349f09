package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act says. Pure.
 *
 * @param words to be sealed: {@code reason}, {@code appeal}
 * @param consents events that are taken back, of an objection
 */
record ActTerms(Optional<String> assignee, Optional<Outcome> outcome, Optional<JsonNode> words, Set<UUID> consents) {

    private static final int MOST = 100;
    private static final ActTerms NONE = new ActTerms(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    ActTerms {
        consents = Set.copyOf(consents);
    }

    static ActTerms read(RequestAct act, RequestType type, @Nullable JsonNode body, Org org) {
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = body == null ? Json.NODES.objectNode() : RequestBody.object(body, findings);
        ActTerms terms = switch (act) {
            case ASSIGN -> assign(sent, org, findings);
            case EXTEND -> explained(sent, true, findings);
            case ANSWER, REFUSE -> answer(sent, findings);
            case WITHDRAW -> explained(sent, false, findings);
            case CARRY_OUT ->
                switch (type) {
                    case OBJECT -> object(sent, findings);
                    case ERASE -> explained(sent, true, findings);
                    case ACCESS, CORRECT, EXPORT, RESTRICT -> nothing(sent, findings);
                };
        };
        RequestEntry.refuse(findings);
        return terms;
    }

    /** Only who sits at the desk can do something about it. */
    private static ActTerms assign(JsonNode sent, Org org, List<Finding> findings) {
        RequestBody.only(sent, findings, "assignee");
        String assignee = sent.path("assignee").asText();
        boolean sits =
                PrivacyDesk.members(org).stream().anyMatch(member -> member.id().equals(new MemberId(assignee)));
        if (!sits) {
            findings.add(Finding.error("rights.assignee-unknown", "/assignee"));
        }
        return new ActTerms(Optional.of(assignee), Optional.empty(), Optional.empty(), Set.of());
    }

    private static ActTerms explained(JsonNode sent, boolean required, List<Finding> findings) {
        RequestBody.only(sent, findings, "reason");
        return new ActTerms(Optional.empty(), Optional.empty(), words(sent, findings, required, false), Set.of());
    }

    /** A refusal says why, and where one can turn against it (PIPL article 50; GDPR article 12, 4). */
    private static ActTerms answer(JsonNode sent, List<Finding> findings) {
        RequestBody.only(sent, findings, "outcome", "reason", "appeal");
        Optional<Outcome> outcome = Outcome.of(sent.path("outcome").asText());
        if (outcome.isEmpty()) {
            findings.add(
                    sent.hasNonNull("outcome")
                            ? Finding.error("field.option-unknown", "/outcome")
                            : Finding.error("field.required", "/outcome"));
        }
        boolean less = outcome.filter(one -> one != Outcome.GRANTED).isPresent();
        boolean refused = outcome.filter(one -> one == Outcome.REFUSED).isPresent();
        return new ActTerms(Optional.empty(), outcome, words(sent, findings, less, refused), Set.of());
    }

    private static Optional<JsonNode> words(JsonNode sent, List<Finding> findings, boolean reason, boolean appeal) {
        ObjectNode words = Json.NODES.objectNode();
        word(sent, "reason", reason, words, findings);
        word(sent, "appeal", appeal, words, findings);
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static void word(JsonNode sent, String key, boolean required, ObjectNode words, List<Finding> findings) {
        Optional<JsonNode> text = RequestEntry.text(sent, key, findings);
        text.ifPresent(some -> words.set(key, some));
        if (required && text.isEmpty()) {
            findings.add(Finding.error("field.required", "/" + key));
        }
    }

    private static ActTerms object(JsonNode sent, List<Finding> findings) {
        RequestBody.only(sent, findings, "consents");
        JsonNode chosen = sent.path("consents");
        if (!chosen.isArray() || chosen.isEmpty() || chosen.size() > MOST) {
            findings.add(Finding.error("rights.consents-missing", "/consents"));
            return NONE;
        }
        Set<UUID> consents = new LinkedHashSet<>();
        for (int i = 0; i < chosen.size(); i++) {
            Optional<UUID> id = Ids.parse(chosen.get(i).asText());
            if (id.isEmpty()) {
                findings.add(Finding.error("request.type", "/consents/" + i, Map.of("expected", "uuid")));
            }
            id.ifPresent(consents::add);
        }
        return new ActTerms(Optional.empty(), Optional.empty(), Optional.empty(), consents);
    }

    private static ActTerms nothing(JsonNode sent, List<Finding> findings) {
        RequestBody.only(sent, findings);
        return NONE;
    }
}
