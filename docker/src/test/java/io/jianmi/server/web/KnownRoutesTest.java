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
        assertThat(String.join(" ", routes.at(FORM + below).methods())).isEqualTo(methods);
    }

    @Test
    void whatIsNoJsonIsLeftToWhoAsks() {
        assertThat(routes.at(FORM + "/records/1").json("GET")).isTrue();
        assertThat(routes.at(FORM + "/records/1/workflow/certificate").json("GET"))
                .isFalse();
        assertThat(routes.at(FORM + "/exports/1/file").json("GET")).isFalse();
        assertThat(routes.at("/api/v1/tenants/demo/files/1").json("GET")).isFalse();
        assertThat(routes.at("/api/v1/events").json("GET")).isFalse();
        assertThat(routes.at("/api/v1/nowhere").json("GET")).isFalse();
    }
}
