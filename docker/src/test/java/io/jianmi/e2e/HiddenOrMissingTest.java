package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Operations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record outside the actor's scope and one that never was answer alike, in every way of asking. */
@Tag("slow")
@ExtendWith(WithServer.class)
class HiddenOrMissingTest {

    static final String MISSING = "0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21";
    private static final Set<String> VARYING =
            Set.of("date", "traceparent", "x-request-id", "x-trace-id", "request-id");

    private static final List<String[]> CONDITIONS = List.of(
            new String[] {},
            new String[] {"If-Match", "\"1\""},
            new String[] {"If-Match", "\"7\""},
            new String[] {"If-Match", "nonsense"},
            new String[] {"If-None-Match", "\"1\"", "Prefer", "wait=1"});

    private final Api api;
    private final CanaryForm form;
    private String hidden = "";
    private String deleted = "";

    HiddenOrMissingTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new CanaryForm(api);
    }

    @BeforeEach
    void recordsOutsideTheScope() {
        form.publish();
        hidden = form.create("admin", CanaryForm.data(Installation.number(), "B"));
        deleted = form.create("admin", CanaryForm.data(Installation.number(), "B"));
        api.delete("admin", form.record(deleted), "If-Match", form.etag("admin", deleted))
                .orFail("deleting");
    }

    @Test
    void reading() {
        assertAlike(id -> api.get("sam", form.record(id)));
    }

    @Test
    void readingWithConditions() {
        assertAlike(id -> api.send("GET", "sam", form.record(id), null, "If-None-Match", "\"1\""));
    }

    @Test
    void updating() {
        Map<String, Object> change = Map.of("data", Map.of("name", "钱改"));
        assertAlike(id -> api.patch("sam", form.record(id), change, "If-Match", "\"1\""));
        assertAlike(id -> api.patch("sam", form.record(id), change, "If-Match", "\"9\""));
        assertAlike(id -> api.patch("sam", form.record(id), change));
        assertAlike(
                id -> api.patch("sam", form.record(id), Map.of("data", Map.of("mobile", "1")), "If-Match", "\"1\""));
    }

    @Test
    void deletingAndRestoring() {
        assertAlike(id -> api.delete("sam", form.record(id), "If-Match", "\"1\""));
        assertAlike(id -> api.delete("sam", form.record(id)));
        assertAlike(id -> api.post("sam", form.record(id) + "/restore", "{}"));
    }

    @Test
    void manyAtOnce() {
        String seen = form.create("sam", CanaryForm.data(Installation.number(), "A"));
        String batches = form.records() + "/batch-";
        assertAlike(id ->
                api.post("sam", batches + "update", Map.of("ids", List.of(seen, id), "data", Map.of("name", "钱改"))));
        assertAlike(
                id -> api.post("sam", batches + "update", Map.of("ids", List.of(id), "data", Map.of("mobile", "1"))));
        assertAlike(id -> api.post(
                "sam",
                batches + "update",
                Map.of("ids", List.of(id), "data", Map.of("name", "钱改"), "versions", Map.of(id, 7))));
        assertAlike(id -> api.post("sam", batches + "delete", Map.of("ids", List.of(id, seen))));
        assertAlike(id -> api.post("sam", batches + "restore", Map.of("ids", List.of(id, seen))));
        assertAlike(id -> api.post("sam", form.records() + "/batches/" + id + "/undo", "{}"));
    }

    @Test
    void history() {
        assertAlike(id -> api.get("sam", form.record(id) + "/history"));
    }

    @Test
    void revealing() {
        assertAlike(id -> api.post(
                "sam",
                form.record(id) + "/reveal",
                Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对")));
        assertAlike(id -> api.post(
                "sam",
                form.record(id) + "/reveal",
                Map.of("fields", List.of("idNumber"), "purpose", "nonsense", "reason", "")));
    }

    @Test
    void workflow() {
        assertAlike(id -> api.get("sam", form.record(id) + "/workflow"));
        assertAlike(id -> api.get("sam", form.record(id) + "/workflow/certificate"));
        assertAlike(id -> api.post("sam", form.record(id) + "/workflow/withdraw", "{}"));
        assertAlike(id -> api.post("sam", form.record(id) + "/workflow/terminate", "{}"));
        assertAlike(id -> api.get("sam", api.site().tenantPath() + "/tasks?box=todo&record=" + id));
    }

    /** Whatever the API offers on a record, with whatever body and condition: generated from its own description. */
    @Test
    void everyOperationOnARecord() {
        int asked = 0;
        for (Operation operation : Operations.of(api)) {
            if (operation.template().contains("/records/{id}")) {
                for (String body : operation.bodies()) {
                    for (String[] headers : CONDITIONS) {
                        assertAlike(id -> api.send(operation.method(), "sam", at(operation, id), body, headers));
                        asked++;
                    }
                }
            }
        }
        System.out.printf("%d requests on hidden, deleted and missing records%n", asked);
        assertThat(asked).isGreaterThan(100);
    }

    private String at(Operation operation, String id) {
        return operation.at(
                Map.of("tenant", api.site().tenant(), "app", CanaryForm.APP, "form", CanaryForm.FORM, "id", id));
    }

    /** A task of somebody else and none. */
    @Test
    void everyOperationOnATask() {
        Map<String, Object> data = CanaryForm.data(Installation.number(), "B");
        data.put("amount", "10.00");
        String record = form.create("admin", data);
        String task = taskOf("mia", record);
        int asked = 0;
        for (Operation operation : Operations.of(api)) {
            if (operation.template().contains("/tasks/{id}")) {
                for (String body : operation.bodies()) {
                    Function<String, Api.Result> ask =
                            id -> api.send(operation.method(), "sam", at(operation, id), body);
                    assertThat(told(ask.apply(task), task))
                            .as(operation + " " + body)
                            .isEqualTo(told(ask.apply(MISSING), MISSING));
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(30);
    }

    private String taskOf(String member, String record) {
        return Inbox.task(api, member, "todo", record);
    }

    /** A relation to a record out of sight is refused as one to nothing. */
    @Test
    void relating() {
        Pointers pointers = new Pointers(api);
        pointers.publish();

        for (String hiddenOne : List.of(customer(), trashed())) {
            assertThat(told(pointers.create("sue", hiddenOne), hiddenOne))
                    .isEqualTo(told(pointers.create("sue", MISSING), MISSING))
                    .contains("relation.unknown");
        }
    }

    /** In the bin a record is for those who may bring it back; for others it is gone like one that never was. */
    @Test
    void theBin() {
        String binned = trashed();
        Map<String, Object> change = Map.of("data", Map.of("level", "C"));
        Map<String, Object> reveal = Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对");
        List<Function<String, Api.Result>> ways = List.of(
                id -> api.get("mia", DemoCrm.customer(id)),
                id -> api.get("mia", DemoCrm.customer(id) + "/history"),
                id -> api.get("mia", DemoCrm.workflow(id)),
                id -> api.patch("mia", DemoCrm.customer(id), change, "If-Match", "\"1\""),
                id -> api.delete("mia", DemoCrm.customer(id), "If-Match", "\"2\""),
                id -> api.post("mia", DemoCrm.customer(id) + "/restore", "{}"),
                id -> api.post("mia", DemoCrm.customer(id) + "/reveal", reveal));
        for (Function<String, Api.Result> ask : ways) {
            assertThat(told(ask.apply(binned), binned)).isEqualTo(told(ask.apply(MISSING), MISSING));
        }
        assertThat(api.get("admin", DemoCrm.customer(binned)).status()).isEqualTo(200);
    }

    private String customer() {
        return api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(Installation.number())))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    private String trashed() {
        String id = customer();
        api.delete("mia", DemoCrm.customer(id), "If-Match", "\"1\"").orFail("deleting");
        return id;
    }

    @Test
    void listing() {
        assertAlike(id -> api.post(
                "sam",
                form.records() + "/query",
                Map.of("filter", Map.of("field", "id", "op", "eq", "value", id), "count", true)));
    }

    /** The hidden one, a deleted hidden one and the missing one, with their own ids taken out. */
    private void assertAlike(Function<String, Api.Result> ask) {
        String missing = told(ask.apply(MISSING), MISSING);

        assertThat(told(ask.apply(hidden), hidden)).isEqualTo(missing);
        assertThat(told(ask.apply(deleted), deleted)).isEqualTo(missing);
    }

    /** An answer without what differs from request to request, and without the id that was asked for. */
    static String told(Api.Result result, String id) {
        TreeMap<String, List<String>> headers = new TreeMap<>(result.headers().map());
        VARYING.forEach(headers::remove);
        String body = result.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "\"$1\":\"-\"");
        return (result.status() + "\n" + headers + "\n" + body).replace(id, "ID");
    }
}
