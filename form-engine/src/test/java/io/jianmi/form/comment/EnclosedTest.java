package io.jianmi.form.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnclosedTest {

    private static final Org NOBODY = Org.empty(new TenantKey("demo"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"files": "x"}                                                | /files request.type
            {"files": ["x", 7]}                                           | /files/0 file.unknown, /files/1 file.unknown
            {"files": ["1","2","3","4","5","6","7","8","9","10"]}         | /files field.too-many-items
            {"mentions": ["somebody"]}                                    | /mentions/0 member.unknown
            {"mentions": {}}                                              | /mentions request.type
            """)
    void whatIsNoneIsRefusedAtItsPlace(String body, String expected) {
        List<Finding> findings = new ArrayList<>();

        assertThat(Enclosed.read(Json.parse(body), NOBODY, findings).isEmpty()).isTrue();
        assertThat(findings)
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .containsExactly(expected.split(", "));
    }

    @Test
    void nothingIsNothing() {
        List<Finding> findings = new ArrayList<>();

        assertThat(Enclosed.read(Json.parse("{\"files\": null}"), NOBODY, findings))
                .isEqualTo(Enclosed.NOTHING);
        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsSealedComesBackEachOnce() {
        UUID file = new UUID(7, 7);
        Enclosed enclosed = new Enclosed(List.of("m1", "m2"), List.of(file));
        ObjectNode sealed = enclosed.into(Json.NODES.objectNode());

        assertThat(Enclosed.of(sealed)).isEqualTo(enclosed);
    }
}
