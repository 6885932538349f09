package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is held about people in general is told to those who oversee it, and to nobody else. */
@Tag("slow")
@ExtendWith(WithServer.class)
class InventoryTest {

    private final Api api;
    private final String inventory;

    InventoryTest(RunningServer server) {
        api = new Api(Installation.site(server));
        inventory = api.site().tenantPath() + "/privacy/inventory";
    }

    @Test
    void thoseWhoOverseeKnowWhatIsHeld() {
        for (String overseer : List.of("paul", "audra", "admin")) {
            List<String> fields = new ArrayList<>();
            for (JsonNode form :
                    api.get(overseer, inventory).orFail("looking").body().path("items")) {
                if (form.path("form").asText().equals("customer")) {
                    fields.addAll(form.path("fields").findValuesAsText("field"));
                }
            }
            assertThat(fields).as(overseer).contains("idNumber", "mobile");
        }
    }

    @Test
    void forAnybodyElseThereIsNone() {
        for (String other : List.of("sam", "mia", "designer", "nora")) {
            assertThat(api.get(other, inventory).code()).as(other).isEqualTo("request.not-found");
        }
    }
}
