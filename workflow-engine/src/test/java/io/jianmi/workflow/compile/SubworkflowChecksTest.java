package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a subworkflow may start is known when it is published. */
class SubworkflowChecksTest {

    private static final String CUSTOMERS = "{\"through\": \"customer\"}";
    private static final String INVOICE = "{\"create\": {\"form\": \"invoice\", \"values\": {\"title\": \"title\"}}}";
    private static final String OWN = "{\"create\": {\"form\": \"order\", \"values\": {\"title\": \"title\"}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"through": "nope"} | field.unknown | through
            {"through": "title"} | workflow.not-a-relation | through
            {"each": "nope", "create": {"form": "invoice", "values": {"title": "title"}}} | field.unknown | each
            {"each": "title", "create": {"form": "invoice", "values": {"title": "title"}}} | workflow.not-a-subform | each
            {"create": {"form": "nowhere"}} | workflow.form-not-published | create/form
            {"create": {"form": "invoice"}} | workflow.automation-value-missing | create/values
            {"create": {"form": "invoice", "values": {"title": "item"}}} | expression.unknown-name | create/values/title
            {"create": {"form": "invoice", "values": {"title": "title", "nope": "title"}}} | field.unknown | create/values/nope
            {"create": {"form": "invoice", "values": {"title": "title", "total": "title"}}} | workflow.computed-field | create/values/total
            {"create": {"form": "invoice", "values": {"title": "title"}, "relation": "note"}} | workflow.not-a-relation | create/relation
            {"each": "items", "create": {"form": "invoice", "values": {"title": "item", "note": "serial"}}} | workflow.automation-lowers-tag | create/values/note
            {"each": "items", "create": {"form": "order", "values": {"title": "serial"}}} | workflow.automation-lowers-tag | create/values/title
            """)
    void whatCannotStartIsFoundAtItsPlace(String records, String code, String pointer) {
        assertThat(findings(records.strip())).containsExactly(code.strip() + " /nodes/1/records/" + pointer.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"through": "customer"}
            {"create": {"form": "order", "values": {"title": "title"}}}
            {"each": "items", "create": {"form": "invoice", "values": {"title": "item", "phone": "serial"}, "relation": "order"}}
            {"each": "items", "create": {"form": "invoice", "values": {"title": "title"}}}
            """)
    void aRowSeesItsColumnsAndItsRecord(String records) {
        assertThat(findings(records.strip())).isEmpty();
    }

    @Test
    void onlyWhatIsWaitedForHasAnEdgeOfItsRejection() {
        ObjectNode document = document("order", CUSTOMERS, false);
        ((ArrayNode) document.path("edges"))
                .addObject()
                .put("from", "act")
                .put("to", "last")
                .put("on", "reject");
        assertThat(codes(document)).isEmpty();
        ((ObjectNode) document.path("nodes").get(1)).put("wait", false);
        assertThat(codes(document)).containsExactly("workflow.misplaced-condition /edges/2/on");
    }

    @Test
    void aFormWithoutAWorkflowIsFound() {
        assertThat(chain(workflow("order", INVOICE, false), Map.of()))
                .containsExactly("error workflow.subworkflow-missing /nodes/1/records");
        assertThat(chain(workflow("order", INVOICE, false), Map.of("invoice", List.of(plain("invoice")))))
                .isEmpty();
    }

    /** One that is named is the one that starts: another of the form neither stands in for it nor closes a circle. */
    @Test
    void theNamedWorkflowIsTheOne() {
        CompiledWorkflow back = workflow("invoice", "{\"through\": \"order\"}", false);

        assertThat(chain(naming("other", INVOICE), Map.of("invoice", List.of(back))))
                .containsExactly("error workflow.subworkflow-unknown /nodes/1/workflow");
        assertThat(chain(naming(back.definition().key(), INVOICE), Map.of("invoice", List.of(back))))
                .containsExactly("error workflow.subworkflow-loop /nodes/1/records");
        assertThat(chain(naming(plain("order").definition().key(), OWN), Map.of("order", List.of(plain("order")))))
                .isEmpty();
    }

    private static CompiledWorkflow naming(String key, String records) {
        ObjectNode document = document("order", records, false);
        document.put("key", "naming");
        ((ObjectNode) document.path("nodes").get(1)).put("workflow", key);
        return Definitions.compile(document, TestForm.order());
    }

    @Test
    void workflowsThatStartEachOtherWithoutAHumanAreFound() {
        CompiledWorkflow back = workflow("invoice", "{\"through\": \"order\"}", false);
        CompiledWorkflow asked = workflow("invoice", "{\"through\": \"order\"}", true);

        assertThat(chain(workflow("order", OWN, false), Map.of()))
                .containsExactly("error workflow.subworkflow-loop /nodes/1/records");
        assertThat(chain(workflow("order", INVOICE, false), Map.of("invoice", List.of(back))))
                .containsExactly("error workflow.subworkflow-loop /nodes/1/records");
        assertThat(chain(workflow("order", OWN, true), Map.of())).isEmpty();
        assertThat(chain(workflow("order", INVOICE, true), Map.of("invoice", List.of(back))))
                .isEmpty();
        assertThat(chain(workflow("order", INVOICE, false), Map.of("invoice", List.of(asked))))
                .isEmpty();
    }

    @Test
    void aStartConditionMayEndTheCircle() {
        ObjectNode document = document("order", OWN, false);
        document.put("startWhen", "title > 5");

        assertThat(chain(Definitions.compile(document, TestForm.order()), Map.of()))
                .containsExactly("warning workflow.subworkflow-loop /nodes/1/records");
    }

    private static List<String> chain(CompiledWorkflow workflow, Map<String, List<CompiledWorkflow>> published) {
        return StartedWorkflows.check(workflow, published).stream()
                .map(finding -> finding.severity() + " " + finding.code() + " " + finding.pointer())
                .toList();
    }

    private static List<String> findings(String records) {
        return codes(document("order", records, false));
    }

    private static List<String> codes(ObjectNode document) {
        return Definitions.findings(document, TestForm.order(), TestOrg.demo()).stream()
                .filter(Finding::blocks)
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }

    private static CompiledWorkflow workflow(String form, String records, boolean human) {
        return Definitions.compile(document(form, records, human), form(form));
    }

    private static CompiledWorkflow plain(String form) {
        ObjectNode document = document(form, "{}", true);
        ((ArrayNode) document.path("nodes")).remove(1);
        ObjectNode edge = (ObjectNode) document.path("edges").get(1);
        ((ArrayNode) document.path("edges")).remove(2);
        edge.put("to", "last");
        return Definitions.compile(document, form(form));
    }

    private static TestForm form(String key) {
        return key.equals("order")
                ? TestForm.order()
                : TestForm.form(key).people("owner").relation("order", "order", false);
    }

    private static ObjectNode document(String form, String records, boolean human) {
        ObjectNode document = Json.NODES
                .objectNode()
                .put("kind", "workflow")
                .put("key", "probe")
                .put("form", form);
        ArrayNode nodes = document.putArray("nodes");
        nodes.addObject().put("key", "first").put("type", "start");
        nodes.addObject().put("key", "act").put("type", "subworkflow").set("records", Json.parse(records));
        nodes.addObject().put("key", "last").put("type", "end");
        ArrayNode edges = document.putArray("edges");
        if (human) {
            nodes.addObject()
                    .put("key", "ask")
                    .put("type", "approval")
                    .putObject("assignees")
                    .put("field", "owner")
                    .put("otherwise", "admin");
            edges.addObject().put("from", "first").put("to", "ask");
            edges.addObject().put("from", "ask").put("to", "act");
        } else {
            edges.addObject().put("from", "first").put("to", "act");
        }
        edges.addObject().put("from", "act").put("to", "last");
        return document;
    }
}
