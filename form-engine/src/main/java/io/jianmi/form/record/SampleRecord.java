package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record that is never stored, for trying out what depends on records: typed values with what the form's defaults, formulas and rules
 * make of them. What the form would find missing is no matter here. Immutable; it reads no record of the tenant.
 */
public final class SampleRecord {

    private static final String POINTER = "/data";

    private final CompiledForm form;
    private final Map<String, @Nullable Object> user;
    private final Map<String, JsonNode> values;

    private SampleRecord(CompiledForm form, Map<String, @Nullable Object> user, Map<String, JsonNode> values) {
        this.form = form;
        this.user = user;
        this.values = values;
    }

    /**
     * Fails with {@code record.validation} for what is no value of its field.
     *
     * @param initiator who would have typed it
     * @param data as {@code POST records} takes it, under {@code /data} of the request
     */
    public static SampleRecord of(CompiledForm form, Actor initiator, ObjectNode data, Ids ids) {
        RecordInput.Parsed input = RecordInput.forNew(form, everything(form), data, POINTER, ids);
        RequestBody.refuse(input.findings());
        Map<String, @Nullable Object> user = UserContext.of(initiator);
        return new SampleRecord(form, user, applied(form, user, Map.of(), input.typed(), true));
    }

    /** As expressions see it, {@code user} included. */
    public Map<String, @Nullable Object> values() {
        return RecordLogic.variables(form, user, values);
    }

    /** With values that a workflow sets; what the form does not take is left as it was. */
    public SampleRecord with(Map<String, AutomationRecords.Given> set) {
        List<Finding> refused = new ArrayList<>();
        Map<String, JsonNode> typed = GivenValues.stored(form, set, POINTER, refused);
        return new SampleRecord(form, user, applied(form, user, values, typed, false));
    }

    private static Map<String, JsonNode> applied(
            CompiledForm form,
            Map<String, @Nullable Object> user,
            Map<String, JsonNode> before,
            Map<String, JsonNode> typed,
            boolean creating) {
        return RecordLogic.apply(form, user, before, typed, creating, false, field -> true, POINTER)
                .values();
    }

    private static RowAccess everything(CompiledForm form) {
        Map<String, FieldAccess> all = new HashMap<>();
        form.fields().forEach(field -> all.put(field.path(), FieldAccess.EDIT));
        form.subforms().forEach(rows -> rows.fields().forEach(field -> all.put(field.path(), FieldAccess.EDIT)));
        return new RowAccess(true, all, Set.of(), Set.of(RecordAction.CREATE), Map.of());
    }
}
