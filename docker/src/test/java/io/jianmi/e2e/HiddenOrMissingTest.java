package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
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

    private static final String MISSING = "0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21";
    private static final Set<String> VARYING =
            Set.of("date", "traceparent", "x-request-id", "x-trace-id", "request-id");

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

    private static String told(Api.Result result, String id) {
        TreeMap<String, List<String>> headers = new TreeMap<>(result.headers().map());
        VARYING.forEach(headers::remove);
        String body = result.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "\"$1\":\"-\"");
        return (result.status() + "\n" + headers + "\n" + body).replace(id, "ID");
    }
}
