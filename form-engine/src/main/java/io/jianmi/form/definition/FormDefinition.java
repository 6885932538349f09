package io.jianmi.form.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the designer wrote it.
 *
 * @param publicForm null where it was never set up
 * @param source the document itself; what clients get is cut from it. Never changed after parsing
 */
public record FormDefinition(
        String key,
        LocalText title,
        @Nullable Subject dataSubject,
        @Nullable Retention retention,
        @Nullable PublicForm publicForm,
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
     * That anybody who has the link may fill in these fields, without signing in and without reading anything.
     *
     * @param enabled false keeps what was set up and lets nobody in
     * @param fields that are asked for, in order
     * @param notice who asks, what for and how long it is kept; empty for none. Whoever sends has to say that he has read it
     * @param captcha whether a challenge has to be solved first
     */
    public record PublicForm(boolean enabled, List<String> fields, LocalText notice, boolean captcha) {

        public PublicForm {
            fields = List.copyOf(fields);
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
