package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.privacy.consent.ConsentEvent.Act;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.consent.ConsentOptions;
import io.jianmi.form.field.consent.ConsentType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What the next version of a record says of its person's consent, as events of the ledger. Pure. */
final class RecordConsents {

    private RecordConsents() {}

    static boolean asks(CompiledField field) {
        return field.type().options() instanceof ConsentOptions;
    }

    /**
     * Only what changes is said. A draft says nothing; its submission says all of it.
     *
     * @param head of the next version
     * @param said values of the version before, when that one was submitted; else none
     * @param values of the next version
     * @param ids for the events
     */
    static List<ConsentEvent> events(
            CompiledForm form,
            StoredRecord head,
            Map<String, JsonNode> said,
            Map<String, JsonNode> values,
            Supplier<UUID> ids) {
        List<ConsentEvent> events = new ArrayList<>();
        if (head.status() == StoredRecord.Status.SUBMITTED) {
            for (CompiledField field : form.fields()) {
                if (field.type().options() instanceof ConsentOptions options) {
                    JsonNode before = said.getOrDefault(field.key(), Json.NODES.nullNode());
                    JsonNode after = values.getOrDefault(field.key(), Json.NODES.nullNode());
                    events.addAll(events(form, head, field.key(), options, before, after, ids));
                }
            }
        }
        return events;
    }

    private static List<ConsentEvent> events(
            CompiledForm form,
            StoredRecord head,
            String field,
            ConsentOptions options,
            JsonNode before,
            JsonNode after,
            Supplier<UUID> ids) {
        List<ConsentEvent> events = new ArrayList<>();
        List<String> given = ConsentType.given(before);
        List<String> gives = ConsentType.given(after);
        String notice = (after.isNull() ? before : after).path("notice").asText();
        boolean anew = !after.isNull() && !notice.equals(before.path("notice").asText());
        Set<String> purposes = new LinkedHashSet<>(options.purposes());
        purposes.addAll(given);
        for (String purpose : purposes) {
            boolean had = given.contains(purpose);
            boolean has = gives.contains(purpose);
            if (anew || had != has) {
                Act act = has ? Act.GRANT : had ? Act.WITHDRAW : Act.REFUSE;
                ConsentEvent.Source source = ConsentEvent.Source.record(form.key(), head.id(), field);
                events.add(new ConsentEvent(
                        ids.get(), head.subject(), notice, purpose, act, head.updatedAt(), head.updatedBy(), source));
            }
        }
        return events;
    }
}
