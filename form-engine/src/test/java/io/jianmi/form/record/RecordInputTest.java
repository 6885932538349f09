package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordInputTest {

    private static final CompiledForm FORM = TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "people", "title": "People", "fields": [
              {"key": "name", "type": "text", "title": "Name", "required": true, "sensitivity": {"level": "internal"}},
              {"key": "mobile", "type": "phone", "title": "Mobile", "required": true, "sensitivity":
                {"level": "personal", "kind": "phone", "purposes": ["sales"]}}],
             "permissionGroups": [
              {"key": "sales", "title": "Sales", "members": {"roles": ["sales"]}, "actions": ["create", "read"],
               "fields": {"*": "edit"}}]}"""));

    private static final Actor SALES = new Actor(
            new TenantKey("demo"), new MemberId("s"), "s", Set.of("sales"), List.of(), Set.of(), false, null, null);

    @Test
    void aValueThatCannotBeReadIsNotMissingAsWell() {
        assertThat(wrong("{\"name\": \"A\", \"mobile\": \"12\"}")).containsExactly("/data/mobile field.phone-invalid");
    }

    @Test
    void aValueOfTheWrongTypeIsNotMissingAsWell() {
        assertThat(wrong("{\"name\": [], \"mobile\": \"13800138000\"}")).containsExactly("/data/name field.type");
    }

    @Test
    void whatWasNotSentIsMissing() {
        assertThat(wrong("{\"mobile\": \"12\"}"))
                .containsExactly("/data/mobile field.phone-invalid", "/data/name field.required");
        assertThat(wrong("{\"name\": \"\", \"mobile\": \"13800138000\"}")).containsExactly("/data/name field.required");
    }

    private static List<String> wrong(String data) {
        RowAccess access = FORM.access().matching(SALES).creating();
        ObjectNode sent = (ObjectNode) Json.parse(data);
        RecordInput.Parsed input =
                RecordInput.forNew(FORM, access, sent, "/data", new Ids(TestForms.CLOCK, new SecureRandom()));
        RecordLogic.Outcome outcome =
                RecordLogic.apply(FORM, Map.of(), Map.of(), input.typed(), true, true, field -> true, "/data");
        return input.and(outcome.findings()).stream().map(RecordInputTest::text).toList();
    }

    private static String text(Finding finding) {
        return finding.pointer() + " " + finding.code();
    }
}
