package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a version stores otherwise than the version before: its values are brought to columns of their own before the version
 * counts, and leave the old ones after.
 *
 * @param before how the version before stores it
 * @param converted whether its type is another; else its level has another class of keys, and nothing may stay in the old columns
 */
public record MovedField(KeptField before, boolean converted) {

    public String path() {
        return before.path();
    }

    /** Whether a version stores a field so that the values of the version before cannot stay where they are. */
    static boolean moves(KeptField before, CompiledField now) {
        return before.stored()
                && !now.derived()
                && (!before.type().equals(now.definition().type())
                        || !VersionChecks.sealedAlike(before.level(), now.level()));
    }

    static MovedField of(KeptField before, CompiledField now) {
        return new MovedField(before, !before.type().equals(now.definition().type()));
    }

    /** Key of the subform that it is a column of; null for a field of the record. */
    public @Nullable String subform() {
        return before.subform();
    }

    /** The columns that its values leave, that of the values first. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(before.column()));
        columns.addAll(before.tokenColumns());
        return columns;
    }

    ObjectNode json() {
        ObjectNode json = Json.NODES.objectNode().put("converted", converted);
        json.set("before", before.json());
        return json;
    }

    static MovedField read(JsonNode json) {
        return new MovedField(
                KeptField.read(json.path("before")), json.path("converted").asBoolean());
    }
}
