package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an open page is told of: its reader's tasks and jobs, and that a record changed which he may read. */
@Tag("slow")
@ExtendWith(WithServer.class)
class LiveTest {

    private final Api api;

    LiveTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @Test
    void aTaskIsToldToWhomItWaitsForAndToNobodyElse() throws IOException, InterruptedException {
        try (Listening mia = new Listening(api, "mia");
                Listening max = new Listening(api, "max")) {
            long before = mia.next(is("tasks")).path("todo").asLong();
            max.next(is("tasks"));

            String record = create(Map.of("creditLimit", "50000.00"));

            JsonNode now = mia.next(is("tasks"));
            assertThat(now.path("todo").asLong()).isEqualTo(Math.min(100, before + 1));
            String task = api.get("mia", DemoCrm.TASKS + "?box=todo&record=" + record)
                    .orFail("the inbox")
                    .body()
                    .at("/items/0/id")
                    .asText();
            assertThat(now.path("newest").asText()).isEqualTo(task);
            assertThat(now.path("tenant").asText()).isEqualTo("demo");
            assertThat(max.rest()).noneMatch(is("tasks"));
        }
    }

    @Test
    void aChangedRecordIsToldByItsVersionToWhoMayReadIt() throws IOException, InterruptedException {
        String record = create(Map.of());
        String watched = "demo/crm/customer/" + record;
        String stranger = "fay";
        assertThat(api.get(stranger, DemoCrm.customer(record)).status()).isEqualTo(404);
        try (Listening sam = new Listening(api, "sam", watched);
                Listening other = new Listening(api, stranger, watched)) {
            assertThat(sam.next(is("record")).path("version").asInt()).isEqualTo(1);
            other.next(is("tasks"));

            api.patch("sam", DemoCrm.customer(record), Map.of("data", Map.of("notes", "改")), "If-Match", "\"1\"")
                    .orFail("changing");

            JsonNode told = sam.next(is("record"));
            assertThat(told.path("version").asInt()).isEqualTo(2);
            assertThat(names(told)).containsExactlyInAnyOrder("type", "tenant", "app", "form", "id", "version");
            api.patch("sam", DemoCrm.customer(record), Map.of("data", Map.of("notes", "再改")), "If-Match", "\"2\"")
                    .orFail("changing");
            sam.next(is("record"));
            assertThat(other.rest()).noneMatch(is("record"));
        }
    }

    /** The job is somebody's whom no worker waits for: what is told does not depend on how fast it is done. */
    @Test
    void aRunningJobIsToldToItsOwnerUntilItEnds() throws IOException, InterruptedException {
        UUID job = UUID.randomUUID();
        try (Listening sam = new Listening(api, "sam");
                Listening sue = new Listening(api, "sue");
                Sql sql = Sql.open(api.site(), "jianmi")) {
            sam.next(event -> is("jobs").test(event) && event.path("open").isEmpty());
            sue.next(is("jobs"));

            sql.run("""
                    insert into t_demo.exchange_job (id, kind, app, form, actor, status, dry_run, subject, options, expires_at,
                    lease, leased_until, total, done)
                    values ('%1$s', 'import', 'crm', 'customer', '%2$s', 'running', false, '%1$s', '', now() + interval '1 day',
                    '%1$s', now() + interval '1 hour', 10, 4)""".formatted(
                            job, api.get("sam", "/api/v1/me").body().path("id").asText()));
            JsonNode running = sam.next(is("jobs")).at("/open/0");
            assertThat(running.path("id").asText()).isEqualTo(job.toString());
            assertThat(running.path("done").asInt()).isEqualTo(4);

            sql.run("update t_demo.exchange_job set status = 'cancelled', shut = true where id = '%s'".formatted(job));
            assertThat(sam.next(is("jobs")).path("open")).isEmpty();
            assertThat(sue.rest()).noneMatch(is("jobs"));
        }
    }

    @Test
    void strangersAndBadAddressesAreRefused() throws IOException, InterruptedException {
        try (Listening bad = new Listening(api, "sam", "crm/customer/nothing")) {
            assertThat(bad.status()).isEqualTo(400);
        }
        assertThat(api.sendAs("GET", "nobody", "/api/v1/events", null).status()).isEqualTo(401);
    }

    /** A customer who wants credit waits for the head of who made him, one who wants none for nobody. */
    private String create(Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(DemoCrm.data(Installation.number()));
        data.putAll(more);
        return api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", data, "submit", true))
                .orFail("a customer")
                .body()
                .path("id")
                .asText();
    }

    private static Predicate<JsonNode> is(String type) {
        return event -> event.path("type").asText().equals(type);
    }

    private static List<String> names(JsonNode event) {
        List<String> names = new ArrayList<>();
        event.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
