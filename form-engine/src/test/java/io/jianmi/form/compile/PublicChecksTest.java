package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.access.RowFacts;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a form may ask of anybody, what a visitor has on it, and what he is told of it. */
class PublicChecksTest {

    private static final Actor VISITOR = Actor.visitor(TenantKey.parse("demo").orElseThrow());

    private static final String FORM = """
            {"kind": "form", "key": "wish", "title": "愿望",
             "public": {"enabled": true, "fields": %s, "notice": "我们只用于回电"},
             "fields": [
              {"key": "name", "type": "text", "title": "称呼", "required": true,
               "sensitivity": {"level": "personal", "kind": "name", "purposes": ["sales"]}},
              {"key": "idNumber", "type": "id-card", "title": "身份证",
               "sensitivity": {"level": "sensitive", "kind": "idcard", "purposes": ["contract"]}},
              {"key": "pin", "type": "text", "title": "口令", "sensitivity": {"level": "secret", "kind": "credential"}},
              {"key": "kind", "type": "choice", "title": "类别", "options": [{"value": "a", "title": "甲"}, {"value": "b", "title": "乙"}]},
              {"key": "wish", "type": "long-text", "title": "内容", "sensitivity": {"level": "internal"}},
              {"key": "score", "type": "number", "title": "评分", "unique": true},
              {"key": "twice", "type": "formula", "title": "两倍", "of": "number", "formula": "score * 2"},
              {"key": "owner", "type": "member", "title": "负责人"},
              {"key": "paper", "type": "file", "title": "附件"},
              {"key": "remark", "type": "text", "title": "内部备注", "help": "客户看不到", "sensitivity": {"level": "internal"}},
              {"key": "rows", "type": "subform", "title": "明细", "fields": [
                {"key": "what", "type": "text", "title": "项", "sensitivity": {"level": "internal"}},
                {"key": "who", "type": "member", "title": "人"}]}],
             "rules": [
              {"when": "kind = \\"a\\"", "show": ["wish"]},
              {"when": "remark = \\"x\\"", "require": ["wish"]}],
             "permissionGroups": [{"key": "all", "title": "全体", "members": {"everyone": true},
               "actions": ["create", "read"], "fields": {"*": "read"}}],
             "views": [{"key": "mine", "type": "table", "title": "我的", "columns": ["name", "remark"]}]}
            """;

    private static ObjectNode definition(String... fields) {
        return (ObjectNode) Json.parse(FORM.formatted(Json.write(fields)));
    }

    private static List<String> findings(JsonNode definition) {
        return TestForms.findings(definition).stream()
                .filter(finding -> finding.code().startsWith("public."))
                .map(finding -> finding.severity() + " " + finding.code() + " " + finding.pointer())
                .toList();
    }

    @Test
    void onlyWhatPeopleTypeInThemselvesIsAsked() {
        assertThat(findings(definition("name", "nobody", "twice", "owner", "paper", "rows")))
                .containsExactly(
                        "error public.unknown-field /public/fields/1",
                        "error public.field-not-asked /public/fields/2",
                        "error public.field-reads-others /public/fields/3",
                        "error public.field-holds-files /public/fields/4",
                        "error public.field-reads-others /public/fields/5");
    }

    @Test
    void noSecretAndNothingPersonalWithoutANotice() {
        ObjectNode form = definition("name", "idNumber", "pin", "score");
        assertThat(findings(form))
                .containsExactly(
                        "warning public.sensitive /public/fields/1",
                        "error public.secret /public/fields/2",
                        "warning public.unique /public/fields/3");

        ((ObjectNode) form.path("public")).remove("notice");
        assertThat(findings(form)).contains("error public.notice-missing /public/notice");
        assertThat(findings(definition("kind"))).containsExactly("error public.required-left-out /public/fields");
    }

    @Test
    void aRuleThatAVisitorMayNotKnowActsOnlyWhenHeSends() {
        assertThat(findings(definition("name", "kind", "wish"))).containsExactly("warning public.rule-unseen /rules/1");
    }

    @Test
    void aClosedOneIsNotLookedAt() {
        ObjectNode form = definition("nobody");
        ((ObjectNode) form.path("public")).put("enabled", false);

        assertThat(findings(form)).isEmpty();
        assertThat(TestForms.compiled(form)
                        .access()
                        .matching(VISITOR)
                        .creating()
                        .visible())
                .isFalse();
    }

    @Test
    void aVisitorEntersTheseFieldsAndSeesNothingThoughEveryoneReads() {
        CompiledForm form = TestForms.compiled(definition("name", "idNumber", "kind"));
        Grants grants = form.access().matching(VISITOR);
        RowAccess making = grants.creating();

        assertThat(form.fields().stream().filter(field -> making.enterable(field.key())))
                .extracting(CompiledField::key)
                .containsExactly("name", "idNumber", "kind");
        assertThat(making.of("remark")).isEqualTo(FieldAccess.HIDDEN);
        Stream.of(RecordAction.values())
                .filter(action -> action != RecordAction.CREATE)
                .forEach(action -> {
                    assertThat(grants.ever(action)).as(action.key()).isFalse();
                    assertThat(grants.on(action, new RowFacts(Set.of("all"), List.of(), List.of(), Set.of())))
                            .as(action.key())
                            .isEqualTo(RowAccess.NONE);
                });
        assertThat(grants.readers()).isEmpty();
    }

    @Test
    void theShapeTellsOfNothingElse() {
        CompiledForm form = TestForms.compiled(definition("wish", "name", "kind", "score"));
        ObjectNode shape =
                PublicShape.of(form, Objects.requireNonNull(form.definition().publicForm()));

        assertThat(shape.path("fields").findValuesAsText("key")).containsExactly("wish", "name", "kind", "score");
        assertThat(shape.path("rules")).hasSize(1);
        assertThat(shape.at("/compiled/rules")).hasSize(1);
        assertThat(shape.at("/fields/1/sensitivity").toString())
                .isEqualTo("{\"level\":\"personal\",\"kind\":\"name\"}");
        assertThat(shape.toString())
                .doesNotContain(
                        "remark", "内部备注", "客户看不到", "idNumber", "everyone", "views", "unique", "purposes", "paper");
    }

    @Test
    void membersAreNotToldWhatVisitorsAreAskedFor() {
        CompiledForm form = TestForms.compiled(definition("name", "kind"));
        Actor member = Actor.system(VISITOR.tenant());

        assertThat(PublishedForm.visibleTo(form, member).has("public")).isFalse();
        assertThat(PublishedForm.whole(form).has("public")).isTrue();
    }
}
