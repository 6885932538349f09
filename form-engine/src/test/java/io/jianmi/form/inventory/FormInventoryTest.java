package io.jianmi.form.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.testing.TestForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormInventoryTest {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Rewritten only on purpose: with {@code -Dgolden.update=true}, from the module's folder. */
    @Test
    void theCustomerFormStandsInAFile() throws IOException {
        Path file = Path.of("src/test/resources/golden/inventory/customer.json");
        JsonNode told = FormInventory.of("crm", TestForms.customer());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, PRETTY.writeValueAsString(told) + "\n");
        }

        assertThat(told).isEqualTo(Json.parse(Files.readString(file)));
    }

    @Test
    void whatIsNotPersonalIsNotInIt() {
        List<String> fields =
                FormInventory.of("crm", TestForms.customer()).path("fields").findValuesAsText("field");

        assertThat(fields).contains("name", "idNumber", "contract", "notes");
        assertThat(fields).doesNotContain("no", "level", "deals", "deals.price", "creditLimit", "owner");
    }

    @Test
    void aColumnOfASubformStandsByItself() {
        ObjectNode definition = TestForms.definition("customer");
        ((ObjectNode) definition.at("/fields/10/fields/0/sensitivity")).put("level", "personal");

        JsonNode told = field(definition, "deals.product");

        assertThat(told.at("/title/zh-CN").asText()).isEqualTo("产品");
        assertThat(sight(told, "sales")).isEqualTo("edit");
        assertThat(sight(told, "auditor")).isEqualTo("masked");
    }

    @Test
    void aGroupSeesNoMoreThanTheLevelLets() {
        ObjectNode definition = TestForms.definition("customer");
        ((ObjectNode) definition.at("/permissionGroups/0/fields")).put("idNumber", "edit");
        assertThat(sight(field(definition, "idNumber"), "sales")).isEqualTo("reveal");

        ((ObjectNode) definition.at("/fields/3/sensitivity"))
                .put("level", "secret")
                .remove("search");
        definition.withArray("/dataSubject/identifiedBy").remove(1);
        assertThat(sight(field(definition, "idNumber"), "sales")).isEqualTo("masked");
    }

    @Test
    void whoeverADenyBlindsIsNotAmongThoseWhoSee() {
        ObjectNode definition = TestForms.definition("customer");
        ((ObjectNode) definition.at("/permissionGroups/3")).putArray("deny").add("read");

        assertThat(field(definition, "name").path("sight").findValuesAsText("group"))
                .contains("sales")
                .doesNotContain("auditor");
    }

    private static JsonNode field(ObjectNode definition, String path) {
        for (JsonNode field :
                FormInventory.of("crm", TestForms.compiled(definition)).path("fields")) {
            if (field.path("field").asText().equals(path)) {
                return field;
            }
        }
        throw new AssertionError("not in the inventory: " + path);
    }

    private static String sight(JsonNode field, String group) {
        for (JsonNode one : field.path("sight")) {
            if (one.path("group").asText().equals(group)) {
                return one.path("access").asText();
            }
        }
        return "hidden";
    }
}
