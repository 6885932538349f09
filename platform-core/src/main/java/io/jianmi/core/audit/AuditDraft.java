package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry before it has an actor, a time and a number.
 *
 * @param action dotted, past meaning: {@code record.create}, {@code record.reveal}, {@code task.approve}
 * @param object what it was done to: {@code record/customer/<id>}, {@code form/crm/customer}, {@code task/<id>}
 * @param allowed false for a refusal
 * @param context ids, versions, digests, purpose codes: nothing personal, string to string or integer
 * @param payload what is committed to and stored encrypted beside the entry: field keys, reason, comment
 * @param subject whose key encrypts the payload; empty: the tenant's own subject
 * @param id of the entry, where something that is stored beside it has to be found from it; else a fresh one
 */
public record AuditDraft(
        String action,
        String object,
        boolean allowed,
        Map<String, Object> context,
        Optional<ObjectNode> payload,
        Optional<UUID> subject,
        Optional<UUID> id) {

    public AuditDraft {
        context = Map.copyOf(context);
    }

    public static AuditDraft of(String action, String object) {
        return new AuditDraft(action, object, true, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Adds to the context. */
    public AuditDraft with(Map<String, Object> more) {
        Map<String, Object> extended = new HashMap<>(context);
        extended.putAll(more);
        return new AuditDraft(action, object, allowed, extended, payload, subject, id);
    }

    public AuditDraft with(ObjectNode payload, Optional<UUID> subject) {
        return new AuditDraft(action, object, allowed, context, Optional.of(payload), subject, id);
    }

    /** Names the version of the policy that decided, such as {@code customer@3}; {@code ""} names none. */
    public AuditDraft under(String policy) {
        if (policy.isEmpty()) {
            return this;
        }
        Map<String, Object> extended = new HashMap<>(context);
        extended.putIfAbsent("policy", policy);
        return new AuditDraft(action, object, allowed, extended, payload, subject, id);
    }

    /** The same under an id that its caller has chosen: a fresh one, never used before. */
    public AuditDraft as(UUID chosen) {
        return new AuditDraft(action, object, allowed, context, payload, subject, Optional.of(chosen));
    }

    /** The context as entries hold it, for one that is inserted in a transaction of the engine's and has nothing else to tell. */
    public String contextText() {
        return CanonicalJson.text(Json.MAPPER.valueToTree(context));
    }

    public AuditDraft denied() {
        return new AuditDraft(action, object, false, context, payload, subject, id);
    }
}
