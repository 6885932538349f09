package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an automation may be told to do is known when it is published. */
class AutomationChecksTest {

    private static final String AT = "/nodes/1/steps/0/";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"create": {"form": "nowhere", "values": {}}} | workflow.form-not-published | create/form
            {"create": {"form": "order", "values": {}}} | workflow.automation-own-form | create/form
            {"create": {"form": "invoice", "values": {"title": "title", "nope": "title"}}} | field.unknown | create/values/nope
            {"create": {"form": "invoice", "values": {"title": "title", "total": "title"}}} | workflow.computed-field | create/values/total
            {"create": {"form": "invoice", "values": {"title": "title", "note": "phone"}}} | workflow.automation-lowers-tag | create/values/note
            {"create": {"form": "invoice", "values": {"title": "title", "phone": "idNumber"}}} | workflow.automation-lowers-tag | create/values/phone
            {"create": {"form": "invoice", "values": {"title": "nope"}}} | expression.unknown-name | create/values/title
            {"create": {"form": "invoice", "values": {}}} | workflow.automation-value-missing | create/values
            {"create": {"form": "invoice", "values": {"title": "title"}, "relation": "note"}} | workflow.not-a-relation | create/relation
            {"update": {"values": {"state": "phone"}}} | workflow.automation-lowers-tag | update/values/state
            {"update": {"values": {"nope": "title"}}} | field.unknown | update/values/nope
            {"update": {"through": "title", "values": {"level": "title"}}} | workflow.not-a-relation | update/through
            {"update": {"through": "nope", "values": {"level": "title"}}} | field.unknown | update/through
            {"update": {"through": "customer", "values": {"level": "idNumber"}}} | workflow.automation-lowers-tag | update/values/level
            {"update": {"through": "customer", "values": {"state": "title"}}} | field.unknown | update/values/state
            {"link": {"field": "title"}} | workflow.not-a-relation | link/field
            {"link": {"field": "invoices"}} | workflow.nothing-to-link | link
            {"link": {"field": "invoices", "to": "nope"}} | expression.unknown-name | link/to
            {"webhook": {"url": "ftp://a.example/"}} | workflow.webhook-url | webhook/url
            {"webhook": {"url": "https://me:pw@a.example/"}} | workflow.webhook-url | webhook/url
            {"webhook": {"url": "https://a.example/", "fields": ["title", "nope"]}} | field.unknown | webhook/fields/1
            {"notify": {"assignees": {"field": "nope"}, "text": "x"}} | field.unknown | notify/assignees/field
            {"notify": {"assignees": {"field": "title"}, "text": "x"}} | workflow.assignees-field | notify/assignees/field
            {"notify": {"assignees": {"initiator": true}, "formula": "nope"}} | expression.unknown-name | notify/formula
            {"notify": {"assignees": {"initiator": true}, "formula": "phone"}} | workflow.notify-personal | notify/formula
            {"notify": {"assignees": {"initiator": true}, "formula": "idNumber"}} | workflow.notify-personal | notify/formula
            {"wait": {"until": "nope"}} | expression.unknown-name | wait/until
            """)
    void aStepThatCannotBeDoneIsFoundAtItsPlace(String step, String code, String pointer) {
        assertThat(findings(step.strip())).containsExactly(code.strip() + " " + AT + pointer.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"create": {"form": "invoice", "values": {"title": "title", "phone": "title"}}}
            {"create": {"form": "invoice", "values": {"title": "title"}, "relation": "order"}}
            {"update": {"through": "customer", "values": {"idNumber": "phone"}}}
            {"link": {"field": "invoices", "to": "title"}}
            {"webhook": {"url": "http://a.example/", "fields": ["title", "phone"]}}
            {"notify": {"assignees": {"field": "owner", "otherwise": "admin"}, "text": {"zh-CN": "请看", "en": "Look"}}}
            {"notify": {"assignees": {"headOf": "initiator"}, "formula": "title"}}
            """)
    void aValueMayComeUnderAHigherTag(String step) {
        assertThat(findings(step.strip())).isEmpty();
    }

    @Test
    void nobodyHasChosenWhomTheSystemTells() {
        String step = """
                {"notify": {"assignees": {"roles": ["finance"], "otherwise": {"previous": true}}, "text": "x"}}""";

        assertThat(Definitions.findings(document(step), TestForm.order(), TestOrg.demo()))
                .extracting(Finding::severity, Finding::code, Finding::pointer)
                .containsExactly(tuple(
                        Finding.Severity.WARNING, "workflow.nobody-chooses-here", AT + "notify/assignees/otherwise"));
    }

    @Test
    void aLoopOfAutomationsSpinsForEver() {
        ObjectNode document = document("{\"wait\": {\"for\": \"PT1S\"}}");
        ArrayNode nodes = (ArrayNode) document.path("nodes");
        nodes.addObject().put("key", "again").put("type", "condition");
        ArrayNode edges = document.putArray("edges");
        edges.addObject().put("from", "first").put("to", "act");
        edges.addObject().put("from", "act").put("to", "again");
        edges.addObject().put("from", "again").put("to", "act").put("when", "amount > 5");
        edges.addObject().put("from", "again").put("to", "last").put("otherwise", true);

        assertThat(codes(document)).contains("workflow.loop-without-human /nodes/1");
    }

    private static List<String> findings(String step) {
        return codes(document(step));
    }

    private static List<String> codes(ObjectNode document) {
        return Definitions.findings(document, TestForm.order(), TestOrg.demo()).stream()
                .filter(Finding::blocks)
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }

    private static ObjectNode document(String step) {
        ObjectNode document = Json.NODES
                .objectNode()
                .put("kind", "workflow")
                .put("key", "probe")
                .put("form", "order");
        ArrayNode nodes = document.putArray("nodes");
        nodes.addObject().put("key", "first").put("type", "start");
        nodes.addObject()
                .put("key", "act")
                .put("type", "automation")
                .putArray("steps")
                .add(Json.parse(step));
        nodes.addObject().put("key", "last").put("type", "end");
        ArrayNode edges = document.putArray("edges");
        edges.addObject().put("from", "first").put("to", "act");
        edges.addObject().put("from", "act").put("to", "last");
        return document;
    }
}
