package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowCompilerTest {

    private static final String HANDLING = "{'key':'finance','type':'handling','assignees':{'roles':['finance']},"
            + "'fields':{'level':'edit'},'due':{'after':'PT1H'}}";

    /** One change to the example, and the one blocking finding it must cause. Pointers name nodes by index. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /edges/3                | {"from":"size","to":"finance","when":"creditLimit >= 5"} | workflow.missing-default-branch | /nodes/2
            /edges/6/to             | "nowhere"                         | workflow.unknown-node           | /edges/6/to
            /nodes/5/assignees      | {"field":"nobody"}                | field.unknown                   | /nodes/5/assignees/field
            /nodes/5/assignees      | {"field":"level"}                 | workflow.assignees-field        | /nodes/5/assignees/field
            /nodes/1/fields/secretx | "read"                            | field.unknown                   | /nodes/1/fields/secretx
            /nodes/1/fields/idNumber| "read"                            | workflow.sees-too-much          | /nodes/1/fields/idNumber
            /nodes/3/reveal/purpose | "marketing"                       | workflow.reveal-purpose         | /nodes/3/fields/idNumber
            /nodes/3/reveal         | remove                            | workflow.reveal-without-terms   | /nodes/3/fields/idNumber
            /nodes/3/due            | {"after":"PT1H","then":"approve"} | workflow.auto-approve-reveals   | /nodes/3/due/then
            /nodes/4/actions        | ["reject"]                        | workflow.no-way-out             | /nodes/4/actions
            /nodes/4/return         | {"to":"nowhere"}                  | workflow.unknown-node           | /nodes/4/return/to
            /nodes/6/set            | {"amount":"\\"A\\""}              | workflow.computed-field         | /nodes/6/set/amount
            /nodes/6/set            | {"other":"\\"A\\""}               | field.unknown                   | /nodes/6/set/other
            /startWhen              | "salary > 0"                      | expression.unknown-name         | /startWhen
            /edges/2/when           | "1 +"                             | expression.unknown-name         | /edges/2/when
            /edges/0/when           | "creditLimit > 0"                 | workflow.misplaced-condition    | /edges/0
            /withdraw/before        | ["nowhere"]                       | workflow.unknown-node           | /withdraw/before
            /form                   | "company"                         | workflow.form-mismatch          | /form
            """)
    void eachMistakeIsFoundAtItsPlace(String place, String value, String code, String pointer) {
        List<Finding> blocking = findings(document -> change(document, place, value)).stream()
                .filter(Finding::blocks)
                .toList();
        assertThat(blocking).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void anUnreachableNodeIsFound() {
        assertThat(codes(document -> {
                    addNode(document, "{'key':'island','type':'approval','assignees':{'roles':['risk']}}");
                    addEdge(document, "{'from':'island','to':'done'}");
                }))
                .containsExactly("workflow.unreachable-node");
    }

    @Test
    void aWayThatNeverEndsIsFound() {
        assertThat(codes(document -> {
                    change(document, "/edges/4/to", "\"pit\"");
                    addNode(document, "{'key':'pit','type':'approval','assignees':{'roles':['risk']}}");
                    addEdge(document, "{'from':'pit','to':'risk'}");
                }))
                .containsExactlyInAnyOrder("workflow.dead-end", "workflow.dead-end");
    }

    @Test
    void aLoopWithoutAHumanIsFound() {
        assertThat(codes(document -> {
                    change(document, "/edges/2/to", "\"note\"");
                    change(document, "/edges/4", "{'from':'note','to':'size'}");
                    change(document, "/nodes/3", "{'key':'note','type':'cc','assignees':{'field':'owner'}}");
                }))
                .containsOnly("workflow.loop-without-human");
    }

    @Test
    void aLoopThroughAHumanIsAllowed() {
        assertThat(codes(document -> change(document, "/edges/4/to", "\"manager\"")))
                .isEmpty();
    }

    @Test
    void aHandlingNeitherRejectsNorGoesElsewhereOnARejection() {
        assertThat(codes(document -> {
                    change(document, "/nodes/4", HANDLING.replace("'PT1H'", "'PT1H','then':'reject'"));
                    addEdge(document, "{'from':'finance','to':'manager','on':'reject'}");
                }))
                .containsExactlyInAnyOrder("workflow.decides-nothing", "workflow.misplaced-condition");
        assertThat(codes(document -> change(document, "/nodes/4", HANDLING))).isEmpty();
    }

    @Test
    void aHandlingThatLetsNobodyFillInAnythingIsAWarning() {
        assertThat(findings(document -> change(document, "/nodes/4", HANDLING.replace("edit", "read"))))
                .filteredOn(finding -> finding.severity() == Finding.Severity.WARNING)
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple("workflow.nothing-to-fill-in", "/nodes/4/fields"));
    }

    @Test
    void rolesThatNobodyHasYetAreAWarning() {
        Org nobody = Org.empty(new TenantKey("demo"));
        assertThat(Definitions.findings(Definitions.example("credit-approval"), TestForm.customer(), nobody))
                .filteredOn(finding -> finding.code().equals("workflow.assignees-nobody"))
                .extracting(Finding::severity, Finding::pointer)
                .contains(tuple(Finding.Severity.WARNING, "/nodes/3/assignees"));
    }

    @Test
    void theFirstTrueConditionDecidesAndNullDoesNot() {
        CompiledNode size = Definitions.credit().require("size");
        assertThat(size.route(Map.of("creditLimit", new BigDecimal("100000")))
                        .orElseThrow()
                        .to())
                .isEqualTo("risk");
        assertThat(size.route(Map.of("creditLimit", new BigDecimal("99999.99")))
                        .orElseThrow()
                        .to())
                .isEqualTo("finance");
        assertThat(size.route(Map.of()).orElseThrow().to()).isEqualTo("finance");
    }

    private static List<String> codes(Consumer<ObjectNode> change) {
        return findings(change).stream()
                .filter(Finding::blocks)
                .map(Finding::code)
                .toList();
    }

    private static List<Finding> findings(Consumer<ObjectNode> change) {
        ObjectNode document = Definitions.example("credit-approval").deepCopy();
        change.accept(document);
        return Definitions.findings(document, TestForm.customer(), TestOrg.demo());
    }

    private static void change(ObjectNode document, String place, String text) {
        String value = text.replace('\'', '"');
        int slash = place.lastIndexOf('/');
        JsonNode parent = slash == 0 ? document : document.at(place.substring(0, slash));
        String name = place.substring(slash + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), Json.parse(value));
        } else if (value.equals("remove")) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, Json.parse(value));
        }
    }

    private static void addNode(ObjectNode document, String node) {
        document.withArray("nodes").add(Json.parse(node.replace('\'', '"')));
    }

    private static void addEdge(ObjectNode document, String edge) {
        document.withArray("edges").add(Json.parse(edge.replace('\'', '"')));
    }
}
