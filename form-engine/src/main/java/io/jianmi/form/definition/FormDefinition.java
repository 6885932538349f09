package io.jianmi.form.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the designer wrote it.
 *
 * @param source the document itself; what clients get is cut from it. Never changed after parsing
 */
public record FormDefinition(
        String key,
        LocalText title,
        @Nullable Subject dataSubject,
        @Nullable Retention retention,
        List<FieldDefinition> fields,
        List<LayoutElement> elements,
        List<RuleDefinition> rules,
        List<LayoutBlock> layout,
        List<GroupDefinition> permissionGroups,
        List<ViewDefinition> views,
        ObjectNode source) {

    public FormDefinition {
        fields = List.copyOf(fields);
        elements = List.copyOf(elements);
        rules = List.copyOf(rules);
        layout = List.copyOf(layout);
        permissionGroups = List.copyOf(permissionGroups);
        views = List.copyOf(views);
    }

    /**
     * Whose data the records hold.
     *
     * @param type such as {@code natural-person}
     * @param identifiedBy fields by which a known person is found again, in order
     * @param displayedBy the field that names the person, null for none
     */
    public record Subject(
            String type,
            List<String> identifiedBy,
            @Nullable String displayedBy) {

        public Subject {
            identifiedBy = List.copyOf(identifiedBy);
        }
    }

    /**
     * How long records are kept.
     *
     * @param keepFor ISO 8601 period
     * @param from field or system field from which it counts
     * @param then {@code erase}, {@code archive} or {@code trash}
     */
    public record Retention(String keepFor, String from, String then) {}
}
