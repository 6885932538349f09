package io.jianmi.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownRoutesTest {

    private static final String FORM = "/api/v1/tenants/demo/apps/crm/forms/customer";

    private final KnownRoutes routes = KnownRoutes.load();

    @ParameterizedTest
    @CsvSource({
        "/records, POST",
        "/records/1, DELETE GET HEAD PATCH",
        "/records/query, DELETE GET HEAD PATCH POST",
        "/publish, POST",
        "/records/1/nothing, ''",
        "//records/, POST"
    })
    void anAddressTakesWhatItsDescriptionSays(String below, String methods) {
        assertThat(String.join(" ", routes.methods(FORM + below))).isEqualTo(methods);
    }

    @Test
    void whatIsNoJsonIsLeftToWhoAsks() {
        assertThat(routes.json("GET", FORM + "/records/1")).isTrue();
        assertThat(routes.json("GET", FORM + "/records/1/workflow/certificate")).isFalse();
        assertThat(routes.json("GET", FORM + "/exports/1/file")).isFalse();
        assertThat(routes.json("GET", "/api/v1/tenants/demo/files/1")).isFalse();
        assertThat(routes.json("GET", "/api/v1/events")).isFalse();
        assertThat(routes.json("GET", "/api/v1/nowhere")).isFalse();
    }
}
