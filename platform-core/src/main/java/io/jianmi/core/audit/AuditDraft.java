package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
 */
public record AuditDraft(
        String action,
        String object,
        boolean allowed,
        Map<String, Object> context,
        Optional<ObjectNode> payload,
        Optional<UUID> subject) {

    public AuditDraft {
        context = Map.copyOf(context);
    }

    public static AuditDraft of(String action, String object) {
        return new AuditDraft(action, object, true, Map.of(), Optional.empty(), Optional.empty());
    }

    /** Adds to the context. */
    public AuditDraft with(Map<String, Object> more) {
        Map<String, Object> extended = new HashMap<>(context);
        extended.putAll(more);
        return new AuditDraft(action, object, allowed, extended, payload, subject);
    }

    public AuditDraft with(ObjectNode payload, Optional<UUID> subject) {
        return new AuditDraft(action, object, allowed, context, Optional.of(payload), subject);
    }

    /** Names the version of the policy that decided, such as {@code customer@3}; {@code ""} names none. */
    public AuditDraft under(String policy) {
        if (policy.isEmpty()) {
            return this;
        }
        Map<String, Object> extended = new HashMap<>(context);
        extended.putIfAbsent("policy", policy);
        return new AuditDraft(action, object, allowed, extended, payload, subject);
    }

    public AuditDraft denied() {
        return new AuditDraft(action, object, false, context, payload, subject);
    }
}
