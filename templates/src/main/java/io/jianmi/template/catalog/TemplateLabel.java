package io.jianmi.template.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody should know of a template before he installs it: how much protected data its forms ask for, and which roles its rights and
 * approvals speak of.
 *
 * @param levels number of fields of each sensitivity above {@code internal}, by the level's key
 * @param roles keys of business roles
 */
public record TemplateLabel(Map<String, Integer> levels, Set<String> roles) {

    private static final Set<String> OPEN = Set.of("public", "internal", "");

    public static TemplateLabel of(TemplateFolder template) {
        Map<String, Integer> levels = new TreeMap<>();
        Set<String> roles = new TreeSet<>();
        for (ObjectNode form : template.forms()) {
            levels(form.path("fields"), levels);
            roles(form.path("permissionGroups"), roles);
        }
        template.workflows().forEach(workflow -> roles(workflow.path("nodes"), roles));
        return new TemplateLabel(Map.copyOf(levels), Set.copyOf(roles));
    }

    /** Fields with those of subforms and sections. */
    private static void levels(JsonNode fields, Map<String, Integer> levels) {
        for (JsonNode field : fields) {
            String level = field.path("sensitivity").path("level").asText();
            if (!OPEN.contains(level)) {
                levels.merge(level, 1, Integer::sum);
            }
            levels(field.path("fields"), levels);
        }
    }

    /** Wherever a definition names roles, it does so in a list of that name. */
    private static void roles(JsonNode definition, Set<String> roles) {
        definition.path("roles").forEach(role -> roles.add(role.asText()));
        definition.forEach(part -> roles(part, roles));
    }
}
