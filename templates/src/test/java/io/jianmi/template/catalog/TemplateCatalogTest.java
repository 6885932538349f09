package io.jianmi.template.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.parse.DefinitionSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateCatalogTest {

    private final TemplateCatalog catalog = new TemplateCatalog();

    @Test
    void everyListedTemplateReadsAndIsWhatItSays() {
        assertThat(catalog.all()).isNotEmpty().allSatisfy(template -> {
            assertThat(template.version()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(template.app()).matches("[a-z][a-z0-9-]*");
            for (String language : List.of("zh-CN", "en")) {
                assertThat(template.title().path(language).asText()).isNotBlank();
                assertThat(template.description().path(language).asText()).isNotBlank();
            }
            assertThat(template.forms()).isNotEmpty();
        });
        assertThat(catalog.find("crm")).isPresent();
        assertThat(catalog.find("none")).isEmpty();
        assertThat(catalog.find("../crm")).isEmpty();
    }

    /** What is published at {@code /schemas} is what the packages are. */
    @Test
    void everyPackageIsOneByThePublishedSchema() {
        DefinitionSchema schema = new DefinitionSchema("template.json");
        ObjectNode crm = (ObjectNode) TemplateFolder.document("crm/template.json");

        for (JsonNode id : TemplateFolder.document("index.json")) {
            assertThat(schema.check(TemplateFolder.document(id.asText() + "/template.json")))
                    .as(id.asText())
                    .isEmpty();
        }
        crm.put("version", "1").put("colour", "red").remove("app");
        assertThat(schema.check(crm))
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .containsExactlyInAnyOrder(
                        "/version definition.pattern",
                        "/colour definition.unknown-property",
                        " definition.missing-property");
    }

    @Test
    void theLabelCountsWhatIsProtectedAndNamesRoles() {
        TemplateLabel label = TemplateLabel.of(new TemplateFolder(
                "t",
                "1.0.0",
                "t",
                Json.NODES.textNode("T"),
                Json.NODES.textNode("T"),
                List.of(document("""
                        {"fields": [
                           {"key": "a", "sensitivity": {"level": "personal"}},
                           {"key": "b", "sensitivity": {"level": "internal"}},
                           {"key": "c", "fields": [{"key": "d", "sensitivity": {"level": "sensitive"}}]},
                           {"key": "e", "sensitivity": {"level": "personal"}}],
                         "permissionGroups": [{"members": {"roles": ["sales", "admin"]}}]}
                        """)),
                List.of(document("{\"nodes\": [{\"assignees\": {\"roles\": [\"finance\"]}}]}")),
                List.of()));

        assertThat(label.levels()).isEqualTo(Map.of("personal", 2, "sensitive", 1));
        assertThat(label.roles()).containsExactlyInAnyOrder("sales", "admin", "finance");
    }

    @Test
    void aListCountsFieldsAndADetailNamesThem() {
        TemplateFolder crm = catalog.find("crm").orElseThrow();
        ObjectNode whole = TemplateViews.whole(crm);

        assertThat(TemplateViews.summary(crm).at("/forms/1/fields").asInt())
                .isEqualTo(crm.forms().get(1).path("fields").size());
        assertThat(whole.at("/forms/1/fields").findValuesAsText("key")).contains("name", "idNumber");
        assertThat(whole.at("/forms/1/fields/1/level").asText()).isEqualTo("personal");
        assertThat(whole.toString()).doesNotContain("permissionGroups");
    }

    private static ObjectNode document(String json) {
        return (ObjectNode) Json.parse(json);
    }
}
