package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PRIV-1, PRIV-25, PRIV-65, PRIV-85: what is personal lies nowhere in clear, whatever road it came by. */
@Tag("slow")
@ExtendWith(WithServer.class)
class LeakSweepTest {

    private static final long SETTLE_MILLIS = 3000;

    private final Api api;
    private final CanaryForm form;
    private final List<Canary> canaries = new ArrayList<>();

    LeakSweepTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new CanaryForm(api);
    }

    @Test
    void noProtectedValueIsInAnyTableFileOrLogInAnyEncoding() throws IOException, InterruptedException {
        form.publish();
        logAllStatements(true);
        try {
            createUpdateAndDecide();
            refuseAndLookUp();
            batchAndDraft();
            keyOfAClient();
            Thread.sleep(SETTLE_MILLIS);
        } finally {
            logAllStatements(false);
        }

        Sweep sweep = new Sweep(api.site(), canaries);
        sweep.databases();
        sweep.allFiles();

        assertThat(canaries).hasSizeGreaterThanOrEqualTo(20);
        assertThat(sweep.tables()).isGreaterThan(100);
        assertThat(sweep.files()).isGreaterThan(100);
        assertThat(sweep.hits()).isEmpty();
    }

    /** The instrument must be able to find: a value that is stored in clear by design is found in both ways. */
    @Test
    void theSweepFindsWhatIsStoredInClear() throws IOException {
        form.publish();
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("create schema if not exists sweep_probe");
            sql.run("create table if not exists sweep_probe.probe (a text, b bytea)");
            sql.run("insert into sweep_probe.probe values ('x probeRaw金丝 x', convert_to('probeHex金丝', 'UTF8'))");
            sql.run("checkpoint");
            Sweep sweep = new Sweep(api.site(), List.of(new Canary("probeRaw金丝"), new Canary("probeHex金丝")));
            sweep.databases();
            sweep.allFiles();

            assertThat(sweep.hits().stream().filter(hit -> hit.contains("sweep_probe")))
                    .anyMatch(hit -> hit.contains("raw"))
                    .anyMatch(hit -> hit.contains("hex UTF-8"));
            assertThat(sweep.hits()).anyMatch(hit -> hit.contains("in file postgres"));
            sql.run("drop schema sweep_probe cascade");
        }
    }

    private void createUpdateAndDecide() {
        String id = form.create("admin", personal(1));
        api.patch(
                        "admin",
                        form.record(id),
                        Map.of("data", Map.of("name", canary("改名"), "opinion", canary("改评价"))),
                        "If-Match",
                        form.etag("admin", id))
                .orFail("updating");
        api.post(
                        "admin",
                        form.record(id) + "/reveal",
                        Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", canary("事由")))
                .orFail("revealing");

        Map<String, Object> submitted = personal(2);
        submitted.put("amount", "10.00");
        String running = form.create("admin", submitted);
        String task = managersTask(running);
        api.post(
                        "mia",
                        api.site().tenantPath() + "/tasks/" + task + "/approve",
                        Map.of("comment", canary("审批意见"), "data", Map.of("opinion", canary("审批改评价"))))
                .orFail("approving");
        api.delete("admin", form.record(id), "If-Match", form.etag("admin", id)).orFail("deleting");
    }

    /** Values in refused requests, searches and addresses of nothing must not reach a log either. */
    private void refuseAndLookUp() {
        Map<String, Object> wrong = CanaryForm.data(77_001, "A");
        wrong.put("mobile", canary("错号"));
        wrong.put("email", canary("错邮箱"));
        assertThat(api.post("admin", form.records(), Map.of("data", wrong)).status())
                .isEqualTo(422);
        assertThat(api.post("admin", form.records(), "{\"data\":{\"name\":\"" + canary("断") + "\"")
                        .status())
                .isEqualTo(400);
        api.post(
                        "admin",
                        form.records() + "/query",
                        Map.of("filter", Map.of("field", "email", "op", "eq", "value", canary("s") + "@example.cn")))
                .orFail("searching");
        api.get("admin", form.record(canary("id")));
    }

    private void batchAndDraft() {
        api.post("admin", form.records() + "/batch", Map.of("records", List.of(Map.of("data", personal(3)))))
                .orFail("a batch");
        api.post("admin", form.records(), Map.of("data", personal(4), "submit", false))
                .orFail("a draft");
    }

    /** The key of a program is told once and kept nowhere, used or not. */
    private void keyOfAClient() {
        Map<String, Object> terms =
                Map.of("name", "ERP", "roles", List.of("sales"), "purpose", "service", "ceiling", "personal");
        String key = api.post("admin", api.site().tenantPath() + "/api-clients", terms)
                .orFail("making a client")
                .body()
                .path("key")
                .asText();
        canaries.add(new Canary(key));
        assertThat(api.sendAs("GET", key, api.site().tenantPath() + "/apps", null)
                        .ok())
                .isTrue();
    }

    private String managersTask(String record) {
        return Inbox.task(api, "mia", "todo", record);
    }

    /** Every protected field with a value of its own. */
    private Map<String, Object> personal(int number) {
        int base = Installation.number() * 10 + number;
        Map<String, Object> data = new LinkedHashMap<>(CanaryForm.data(base, "A"));
        canaries.add(new Canary(CanaryForm.mobile(base)));
        canaries.add(new Canary(CanaryForm.idNumber(base)));
        data.put("name", canary("名"));
        data.put("email", canary("e") + "@example.cn");
        data.put("address", canary("地址"));
        data.put("wechat", canary("wx"));
        data.put("illness", canary("病"));
        data.put("passphrase", canary("pw"));
        data.put("opinion", canary("评"));
        data.put("story", "<p>前<strong>" + canary("述") + "</strong></p>");
        return data;
    }

    /** A value that stands nowhere else on this machine, lower case, so that normal forms leave it as it is. */
    private String canary(String prefix) {
        String value = prefix + "q" + Long.toString(Installation.number(), 36) + "zq" + canaries.size() + "vk";
        canaries.add(new Canary(value));
        return value;
    }

    /** PostgreSQL's own log at its most talkative: bound values must not appear even then. */
    private void logAllStatements(boolean on) {
        try (Sql sql = Sql.open(api.site(), "postgres")) {
            sql.run("alter system " + (on ? "set log_statement = 'all'" : "reset log_statement"));
            sql.texts("select pg_reload_conf()");
        }
    }
}
