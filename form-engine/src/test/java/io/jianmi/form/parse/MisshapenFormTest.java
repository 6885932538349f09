package io.jianmi.form.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A definition of the wrong shape is told what is wrong with it, wherever that stands. */
class MisshapenFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fields\": {\"a\": {\"key\": \"a\"}}",
                "\"fields\": \"a\"",
                "\"fields\": [[], 3, null]",
                "\"fields\": [{\"key\": \"r\", \"type\": \"subform\", \"fields\": {\"a\": {\"key\": \"x\"}}}]",
                "\"fields\": [{\"key\": \"c\", \"type\": \"choice\", \"options\": {\"a\": {\"value\": \"x\"}}}]",
                "\"fields\": [{\"key\": \"c\", \"type\": \"consent\", \"purposes\": {\"a\": \"b\"}}]",
                "\"fields\": [{\"key\": \"t\", \"type\": \"tabs\", \"tabs\": {\"a\": {\"title\": \"x\"}}}]",
                "\"fields\": [{\"key\": \"t\", \"type\": \"tabs\", \"tabs\": [3]}]",
                "\"rules\": {\"a\": {}}",
                "\"layout\": {\"a\": {}}",
                "\"permissionGroups\": {\"a\": {}}",
                "\"views\": {\"a\": {}}",
                "\"dataSubject\": []",
                "\"retention\": 3"
            })
    void isRefusedWithFindings(String member) {
        List<Finding> findings = TestForms.findings(
                Json.parse("{\"kind\": \"form\", \"key\": \"a\", \"title\": \"x\", " + member + "}"));

        assertThat(Finding.anyBlocks(findings)).isTrue();
        assertThat(findings)
                .anySatisfy(finding ->
                        assertThat(finding.pointer()).startsWith("/" + member.substring(1, member.indexOf("\":"))));
    }
}
