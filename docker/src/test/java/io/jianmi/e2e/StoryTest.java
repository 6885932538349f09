package io.jianmi.e2e;

import static io.jianmi.e2e.WithServer.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer's credit limit goes through its approval; then everybody sees what is his to see, and no more. */
@Tag("slow")
@ExtendWith(WithServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {

    private static final String MISSING = "0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int number = Installation.number();
    private final String idNumber = CanaryForm.idNumber(number);
    private String id = "";

    @BeforeAll
    void theApproval() {
        Map<String, Object> data = DemoCrm.data(number);
        data.put("creditLimit", 150_000);
        id = waiting("sam")
                .body(Map.of("data", data, "submit", true))
                .post(DemoCrm.CUSTOMERS)
                .then()
                .statusCode(201)
                .body("status", equalTo("submitted"))
                .body("data.amount", equalTo("159.90"))
                .body("data.creditLimit", equalTo("150000.00"))
                .extract()
                .path("id");

        decide("mia", Map.of("comment", "同意"));
        for (String member : List.of("rick", "rose")) {
            theCommitteeSeesTheNumberOnlyByRevealing(member);
            decide(member, Map.of("comment", "风险可控"));
        }
        decide("fay", Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> as("sam")
                        .get(DemoCrm.workflow(id))
                        .then()
                        .body("status", equalTo("completed"))
                        .body("openTasks", hasSize(0)));
    }

    @Test
    void theApprovedCustomerIsOfLevelA() {
        as("sam").get(DemoCrm.customer(id)).then().body("data.level", equalTo("A"));
    }

    @Test
    void whoeverAsksAgainWhileARevealLastsIsAnsweredAgain() {
        for (int ask = 1; ask <= 2; ask++) {
            as("mia")
                    .body(reveal())
                    .post(DemoCrm.customer(id) + "/reveal")
                    .then()
                    .statusCode(200)
                    .body("values.idNumber", equalTo(idNumber));
        }
    }

    @Test
    void theTimelineTellsEveryStepInOrder() {
        Response timeline = as("sam").get(DemoCrm.workflow(id));

        assertThat(timeline.<List<String>>path("entries.action"))
                .containsExactly("submit", "approve", "approve", "approve", "approve", "cc", "end");
        assertThat(timeline.<List<String>>path("entries.node"))
                .containsExactly("submit", "manager", "risk", "risk", "finance", "tell", "done");
        assertThat(timeline.<List<String>>path("entries.findAll { it.action == 'approve' }.comment"))
                .containsExactly("同意", "风险可控", "风险可控", null);
    }

    @Test
    void theOwnerHoldsACopy() {
        as("sam")
                .queryParam("box", "cc")
                .queryParam("record", id)
                .get(DemoCrm.TASKS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].node", equalTo("tell"));
    }

    @Test
    void theSellerSeesTheIdentityNumberMaskedInDetailAndList() {
        Response detail = as("sam").get(DemoCrm.customer(id));
        Response list = query("sam", Map.of("field", "id", "op", "eq", "value", id));

        detail.then()
                .statusCode(200)
                .body("data.mobile", equalTo(CanaryForm.mobile(number)))
                .body("access.idNumber", equalTo("masked"))
                .body("data.idNumber.masked", notNullValue());
        list.then().body("items", hasSize(1)).body("items[0].data.idNumber.masked", notNullValue());
        assertThat(detail.asString() + list.asString()).doesNotContain(idNumber);
    }

    @Test
    void theSellerSeesAReplacedIdentityNumberMaskedInTheHistory() {
        int other = Installation.number();
        int corrected = Installation.number();
        String customer = as("sam")
                .body(Map.of("data", DemoCrm.data(other)))
                .post(DemoCrm.CUSTOMERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("mia")
                .header("If-Match", "\"1\"")
                .body(Map.of("data", Map.of("idNumber", Map.of("replace", CanaryForm.idNumber(corrected)))))
                .patch(DemoCrm.customer(customer))
                .then()
                .statusCode(200);

        String history = as("sam")
                .get(DemoCrm.customer(customer) + "/history")
                .then()
                .statusCode(200)
                .body("items[0].changes[0].field", equalTo("idNumber"))
                .body("items[0].changes[0].from.masked", notNullValue())
                .body("items[0].changes[0].to.masked", notNullValue())
                .extract()
                .asString();
        assertThat(history).doesNotContain(CanaryForm.idNumber(other), CanaryForm.idNumber(corrected));
    }

    @Test
    void forASellerOfAnotherDepartmentTheCustomerAndAMissingOneAreTheSame() {
        Stream.<BiFunction<RequestSpecification, String, Response>>of(
                        (sue, record) -> sue.get(DemoCrm.customer(record)),
                        (sue, record) -> sue.get(DemoCrm.customer(record) + "/history"),
                        (sue, record) -> sue.get(DemoCrm.workflow(record)),
                        (sue, record) -> sue.header("If-Match", "\"1\"")
                                .body(Map.of("data", Map.of("level", "C")))
                                .patch(DemoCrm.customer(record)),
                        (sue, record) -> sue.body(reveal()).post(DemoCrm.customer(record) + "/reveal"))
                .forEach(asked -> {
                    Response hidden = asked.apply(as("sue"), id);
                    Response missing = asked.apply(as("sue"), MISSING);

                    assertThat(hidden.statusCode()).isEqualTo(404);
                    assertThat(missing.statusCode()).isEqualTo(404);
                    assertThat(hidden.asString()).isEqualTo(missing.asString());
                });
    }

    @Test
    void aSellerOfAnotherDepartmentFindsTheCustomerByNoQueryCountOrSearch() {
        String free = CanaryForm.mobile(Installation.number());

        assertNothing(query("sue", Map.of("field", "id", "op", "eq", "value", id)));
        String known = assertNothing(query("sue", mobileIs(CanaryForm.mobile(number))));
        String unknown = assertNothing(query("sue", mobileIs(free)));
        assertThat(known).isEqualTo(unknown);
        query("sue", Map.of("field", "level", "op", "in", "value", List.of("A", "B", "C")))
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        as("sue").queryParam("record", id).get(DemoCrm.TASKS).then().body("items", hasSize(0));
    }

    @Test
    void theManagerFindsTheCustomerByTheExactMobileThatSheSeesMasked() {
        query("mia", mobileIs(CanaryForm.mobile(number)))
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].data.mobile.masked", notNullValue());
    }

    @Test
    void theAuditorSeesEveryFieldMasked() {
        Response detail = as("audra").get(DemoCrm.customer(id));
        String seen = detail.asString()
                + query("audra", Map.of("field", "id", "op", "eq", "value", id)).asString()
                + as("audra").get(DemoCrm.customer(id) + "/history").asString();

        JsonNode data = Json.parse(detail.asString()).path("data");
        assertThat(data.size()).isGreaterThan(10);
        data.properties().forEach(field -> assertMasked(field.getKey(), field.getValue()));
        assertThat(seen)
                .doesNotContain(
                        "王小明",
                        CanaryForm.mobile(number),
                        idNumber,
                        "wang" + number,
                        "中关村",
                        "企业版",
                        "1949-12-31",
                        "重要客户",
                        "150000");
    }

    @Test
    void theAuditorChangesNothing() {
        int version = as("sam").get(DemoCrm.customer(id)).path("version");
        Map<String, Object> change = Map.of("data", Map.of("level", "C"));

        Stream.of(
                        as("audra")
                                .body(Map.of("data", DemoCrm.data(Installation.number())))
                                .post(DemoCrm.CUSTOMERS),
                        as("audra").body(Map.of("records", List.of(change))).post(DemoCrm.CUSTOMERS + "/batch"),
                        as("audra")
                                .header("If-Match", "\"" + version + "\"")
                                .body(change)
                                .patch(DemoCrm.customer(id)),
                        as("audra").header("If-Match", "\"" + version + "\"").delete(DemoCrm.customer(id)),
                        as("audra").body("{}").post(DemoCrm.customer(id) + "/restore"),
                        as("audra").body(reveal()).post(DemoCrm.customer(id) + "/reveal"),
                        as("audra").body("{\"key\":\"mine\",\"title\":\"x\"}").post(DemoCrm.TENANT + "/apps"),
                        as("audra").body(DemoCrm.customerDefinition()).put(DemoCrm.CUSTOMER_FORM + "/draft"),
                        as("audra").body("{}").post(DemoCrm.CUSTOMER_FORM + "/publish"))
                .forEach(answer ->
                        assertThat(answer.statusCode()).as(answer.asString()).isIn(403, 404));

        as("sam").get(DemoCrm.customer(id)).then().body("version", equalTo(version));
    }

    /** A subform is a list of rows, each with its own id; what stands in a row is masked one by one. */
    private static void assertMasked(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(row -> row.properties().forEach(column -> {
                if (!column.getKey().equals("id")) {
                    assertMasked(name + "." + column.getKey(), column.getValue());
                }
            }));
        } else {
            assertThat(value.has("masked")).as(name + " " + value).isTrue();
        }
    }

    /** Before revealing the number is masked for her or him too; without a comment the committee decides nothing. */
    private void theCommitteeSeesTheNumberOnlyByRevealing(String member) {
        String task = task(member);
        as(member)
                .get(DemoCrm.TASKS + "/" + task)
                .then()
                .statusCode(200)
                .body("record.data.creditLimit", equalTo("150000.00"))
                .body("record.data.idNumber.masked", notNullValue())
                .body("record.data.name.masked", notNullValue())
                .body("record.workflow.status", equalTo("running"))
                .body("record.workflow.openTasks.node", everyItem(equalTo("risk")));
        as(member)
                .body(reveal())
                .post(DemoCrm.customer(id) + "/reveal")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("values.idNumber", equalTo(idNumber));
        as(member)
                .body("{}")
                .post(DemoCrm.TASKS + "/" + task + "/approve")
                .then()
                .statusCode(422);
    }

    private void decide(String member, Map<String, Object> decision) {
        waiting(member)
                .body(decision)
                .post(DemoCrm.TASKS + "/" + task(member) + "/approve")
                .then()
                .statusCode(200)
                .body("decision", equalTo("approve"));
    }

    /** The member's open task on the customer, as soon as it stands. */
    private String task(String member) {
        return Objects.requireNonNull(await().atMost(PATIENCE)
                .until(
                        () -> as(member)
                                .queryParam("box", "todo")
                                .queryParam("record", id)
                                .get(DemoCrm.TASKS)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("items[0].id"),
                        Objects::nonNull));
    }

    private static RequestSpecification waiting(String member) {
        return as(member).header("Prefer", "wait=2");
    }

    private static Map<String, Object> reveal() {
        return Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对身份证");
    }

    private static Map<String, Object> mobileIs(String mobile) {
        return Map.of("field", "mobile", "op", "eq", "value", mobile);
    }

    private static Response query(String member, Map<String, Object> filter) {
        return as(member)
                .body(Map.of("filter", filter, "limit", 200, "count", true))
                .post(DemoCrm.CUSTOMERS + "/query");
    }

    private static String assertNothing(Response answer) {
        return answer.then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("count.value", equalTo(0))
                .extract()
                .asString();
    }
}
