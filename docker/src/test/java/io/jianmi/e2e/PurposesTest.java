package io.jianmi.e2e;

import static io.jianmi.e2e.WithServer.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(WithServer.class)
class PurposesTest {

    private static final String PURPOSES = "/api/v1/tenants/demo/purposes";

    @Test
    void everyMemberReadsThemAndOnlyThePrivacyOfficerAndTheAdministratorChangeThem() {
        String before = as("nora").get(PURPOSES).asString();
        as("nora")
                .get(PURPOSES)
                .then()
                .statusCode(200)
                .body("items.key", hasItems("sales", "service", "contract", "marketing"))
                .body("next", equalTo(null));

        as("sam")
                .contentType("application/json")
                .body(before)
                .put(PURPOSES)
                .then()
                .statusCode(403);
        as("paul")
                .contentType("application/json")
                .body("{\"items\": [{\"key\": \"sales\", \"title\": \"\"}]}")
                .put(PURPOSES)
                .then()
                .statusCode(422)
                .body("code", equalTo("purpose.invalid"))
                .body("errors[0].pointer", equalTo("/items/0/title"));
        as("paul")
                .contentType("application/json")
                .body(before)
                .put(PURPOSES)
                .then()
                .statusCode(200);
        as("admin")
                .contentType("application/json")
                .body(before)
                .put(PURPOSES)
                .then()
                .statusCode(200);

        assertThat(as("nora").get(PURPOSES).asString()).isEqualTo(before);
    }
}
