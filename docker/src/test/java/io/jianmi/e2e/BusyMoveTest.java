package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values move to other columns while sixteen people write, and while the server dies: none is lost, and nobody waits long. */
@Tag("slow")
@ExtendWith(WithServer.class)
class BusyMoveTest {

    private static final int WRITERS = 16;
    private static final int OLD = 3_000;
    private static final double LONGEST_WAIT = 0.5;
    private static final String CONVERTING = "{\"conversions\": [{\"field\": \"note\"}]}";
    private static final String ENTRIES =
            "select count(*) from t_demo.audit_entry where action = 'form.convert-cancel' and object = ? and allowed";

    private final RunningServer server;
    private final Api api;
    private final EvolvingForm form;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    /** What was acknowledged last, by record. */
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    private record Written(int version, String amount, String wechat) {}

    BusyMoveTest(RunningServer server) {
        this.server = server;
        api = new Api(Installation.site(server));
        form = new EvolvingForm(api);
    }

    @Test
    void nothingIsLostWhileSixteenWrite() throws ExecutionException, InterruptedException {
        fill();
        ExecutorService people = Executors.newFixedThreadPool(WRITERS + 1);
        List<Future<?>> writing = new ArrayList<>();
        Future<Double> waited = people.submit(this::longestWait);
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writing.add(people.submit(() -> write(writer)));
        }
        Installation.pause(1_000);

        JsonNode done = form.move(next(), CONVERTING);
        Installation.pause(1_000);
        over.set(true);
        for (Future<?> each : writing) {
            each.get();
        }

        assertThat(waited.get()).isLessThan(LONGEST_WAIT);
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(refused).isEmpty();
        assertThat(done.path("broken").asInt()).isZero();
        everythingIsThere();
    }

    @Test
    void aServerThatDiesInTheMiddleCarriesOn() throws InterruptedException {
        fill();
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            Thread publishing = meanwhile(() -> form.tryPublish(next(), CONVERTING));
            long before = halfway(sql);
            server.kill();
            publishing.join();
            server.startAgain();
            assertThat(before).isPositive().isLessThan(OLD);
        }

        JsonNode state = form.moved(2);

        assertThat(state.path("done").asInt()).isEqualTo(OLD);
        assertThat(state.at("/fields/0/converted").asInt()).isEqualTo(OLD);
        everythingIsThere();
    }

    @Test
    void whatIsCancelledLeavesNothing() throws InterruptedException {
        fill();
        AtomicReference<String> published = new AtomicReference<>("");
        Thread publishing = meanwhile(
                () -> published.set(form.tryPublish(next(), CONVERTING).code()));
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            halfway(sql);
            Api.Result cancelled =
                    api.delete("designer", form.path() + "/conversion").orFail("cancelling");
            assertThat(api.delete("sam", form.path() + "/conversion").status()).isEqualTo(403);
            publishing.join();

            assertThat(cancelled.status()).isEqualTo(200);
            assertThat(cancelled.body().path("phase").asText()).isEqualTo("cancelled");
            assertThat(published.get()).isEqualTo("form.conversion-cancelled");
            nothingIsLeft(sql);
            assertThat(api.delete("designer", form.path() + "/conversion").code())
                    .isEqualTo("form.conversion-none");
            form.move(next(), CONVERTING);
            assertThat(sql.number(ENTRIES, "form/" + MatrixExhibits.APP + "/" + form.key()))
                    .isEqualTo(1);
        }
        everythingIsThere();
    }

    @Test
    void aServerThatDiesWhileItTakesOneBackLeavesNothing() throws InterruptedException, SQLException {
        fill();
        try (Sql sql = Sql.open(api.site(), "jianmi");
                Sql reader = Sql.open(api.site(), "jianmi")) {
            Thread publishing = meanwhile(() -> form.tryPublish(next(), CONVERTING));
            halfway(sql);
            // As long as somebody reads the table no column can be dropped.
            reader.connection().setAutoCommit(false);
            reader.number("select count(*) from " + sql.formTable("demo", form.key()));
            Thread cancelling = meanwhile(() -> api.delete("designer", form.path() + "/conversion"));
            for (int i = 0; i < 3_000 && dropping(sql) == 0; i++) {
                Installation.pause(5);
            }
            assertThat(dropping(sql)).isPositive();
            server.kill();
            publishing.join();
            cancelling.join();
            assertThat(ahead(sql)).isPositive();
            reader.connection().rollback();
            server.startAgain();

            form.awaits(2, "cancelled");

            nothingIsLeft(sql);
        }
        form.move(next(), CONVERTING);
        everythingIsThere();
    }

    @Test
    void aDryRunOfManyIsAJobThatOutlivesTheServer() throws InterruptedException {
        fill();
        String twice = form.create(Map.of("title", "twice", "note", "¥0.50"));
        ObjectNode next = next();
        EvolvingForm.field(next, "note").put("unique", true);
        api.put("designer", form.path() + "/draft", next).orFail("drafting");

        Api.Result answer = api.post("designer", form.path() + "/publish?dryRun=true", CONVERTING);
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            halfway(sql);
            server.kill();
            server.startAgain();

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body().path("conversions")).isEmpty();
            // Where the start took longer than what was left to be looked at, this is the next attempt, which ends as
            // that did.
            String meanwhile = form.tryPublish(next, CONVERTING).code();
            assertThat(meanwhile).isIn("form.conversion-running", "form.definition-invalid");
            JsonNode state = form.awaits(2, meanwhile.equals("form.conversion-running") ? "rehearsed" : "failed");

            assertThat(state.path("done").asInt()).isEqualTo(OLD + 1);
            assertThat(state.at("/fields/0/converted").asInt()).isEqualTo(OLD);
            assertThat(state.at("/fields/0/codes").toString()).isEqualTo("{\"field.not-unique\":1}");
            assertThat(state.at("/fields/0/records").toString()).isEqualTo("[\"" + twice + "\"]");
            assertThat(state.at("/fields/1/converted").asInt()).isEqualTo(OLD + 1);
            assertThat(ahead(sql)).isZero();
        }
        assertThat(form.tryPublish(next, CONVERTING).body().at("/errors/0/code").asText())
                .isEqualTo("field.conversion-failed");
    }

    /** Something whose answer does not come when the server is killed under it. */
    private static Thread meanwhile(Runnable asking) {
        Thread thread = new Thread(
                () -> {
                    try {
                        asking.run();
                    } catch (RuntimeException gone) {
                        // The server is killed under it.
                    }
                },
                "meanwhile");
        thread.start();
        return thread;
    }

    /** Waits until some records are brought to the version to come, but not all; how many are. */
    private long halfway(Sql sql) {
        String done = "select coalesce(max(done), 0) from t_demo.form_conversion where form = ?"
                + " and phase in ('rehearsing', 'filling')";
        for (int i = 0; i < 3_000 && sql.number(done, form.key()) == 0; i++) {
            Installation.pause(5);
        }
        return sql.number(done, form.key());
    }

    /** Columns of the version to come. */
    private long ahead(Sql sql) {
        return sql.number(
                "select count(*) from information_schema.columns where format('%I.%I', table_schema, table_name) = ?"
                        + " and column_name ~ '^next_|_v2'",
                sql.formTable("demo", form.key()));
    }

    private static long dropping(Sql sql) {
        return sql.number("select count(*) from pg_stat_activity where query ~ '^alter table .* drop column'"
                + " and state = 'active'");
    }

    private void nothingIsLeft(Sql sql) {
        assertThat(ahead(sql)).isZero();
        assertThat(sql.number("select count(*) from " + sql.formTable("demo", form.key())
                        + " where form_version = 1 and note is not null and title is not null"))
                .isEqualTo(OLD);
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(200);
        assertThat(form.list().at("/0/formVersion").asInt()).isEqualTo(1);
    }

    private void fill() {
        for (int i = 0; i < OLD; i += 1_000) {
            int from = i;
            JsonNode ids = api.post(
                            "admin",
                            form.records() + "/batch",
                            Map.of(
                                    "records",
                                    IntStream.range(from, from + 1_000)
                                            .mapToObj(n -> Map.of(
                                                    "data", Map.of("title", "t", "note", n + ".5", "wechat", "wx" + n)))
                                            .toList()))
                    .orFail("filling")
                    .body()
                    .path("ids");
            for (int n = 0; n < ids.size(); n++) {
                written.put(ids.get(n).asText(), new Written(1, (from + n) + ".50", "wx" + (from + n)));
            }
        }
    }

    /** A text becomes a number, and what was in clear is sealed. */
    private ObjectNode next() {
        ObjectNode next = form.definition();
        EvolvingForm.field(next, "note").put("type", "number").put("scale", 2);
        EvolvingForm.field(next, "title").withObject("/sensitivity").put("level", "personal");
        ((ObjectNode) next.at("/permissionGroups/0/fields")).put("title", "edit");
        return next;
    }

    private void everythingIsThere() {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = sql.formTable("demo", form.key());
            assertThat(sql.number("select count(*) from " + table)).isEqualTo(written.size());
            assertThat(sql.number("select count(*) from " + table
                            + " where form_version < 2 or note is not null or title is not null"))
                    .isZero();
        }
        int seen = 0;
        String after = null;
        do {
            Map<String, Object> query = after == null ? Map.of("limit", 200) : Map.of("limit", 200, "after", after);
            JsonNode page = api.post("admin", form.records() + "/query", query)
                    .orFail("listing")
                    .body();
            for (JsonNode item : page.path("items")) {
                Written last =
                        Objects.requireNonNull(written.get(item.path("id").asText()));
                assertThat(new Written(
                                item.path("version").asInt(),
                                item.at("/data/note").asText(),
                                item.at("/data/wechat").asText()))
                        .isEqualTo(last);
                seen++;
            }
            after = page.path("next").isNull() ? null : page.path("next").asText();
        } while (after != null);
        assertThat(seen).isEqualTo(written.size());
    }

    private void write(int writer) {
        List<String> own = written.keySet().stream()
                .filter(id -> Math.floorMod(id.hashCode(), WRITERS) == writer)
                .toList();
        int turn = 0;
        while (!over.get()) {
            change(own.get(turn++ * 7 % own.size()), writer * 1_000 + turn);
            Api.Result made = api.post(
                    "admin",
                    form.records(),
                    Map.of("data", Map.of("title", "new", "note", turn + ".25", "wechat", "new")));
            if (acknowledged("making", made)) {
                written.put(made.body().path("id").asText(), new Written(1, turn + ".25", "new"));
            }
        }
    }

    private void change(String id, int number) {
        Written last = Objects.requireNonNull(written.get(id));
        Api.Result changed = api.patch(
                "admin",
                form.records() + "/" + id,
                Map.of("data", Map.of("note", number + ".75")),
                "If-Match",
                "\"" + last.version() + "\"");
        if (acknowledged("changing", changed)) {
            written.put(id, new Written(changed.body().path("version").asInt(), number + ".75", last.wechat()));
        }
        JsonNode read = api.get("admin", form.records() + "/" + id).body();
        if (!read.at("/data/note").asText().startsWith(number + ".75")) {
            refused.add("reading: " + read);
        }
    }

    private boolean acknowledged(String what, Api.Result answer) {
        if (!answer.ok()) {
            refused.add(what + ": " + answer.status() + " " + answer.text());
        }
        return answer.ok();
    }

    /** Of whoever waits for a lock on the form's table or its rows, as PostgreSQL tells; seconds. */
    private double longestWait() {
        double longest = 0;
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            while (!over.get()) {
                longest = Math.max(
                        longest,
                        Double.parseDouble(
                                sql.texts("select coalesce(max(extract(epoch from clock_timestamp() - waitstart)), 0)"
                                                + " from pg_locks where not granted and locktype in"
                                                + " ('relation', 'tuple', 'transactionid')")
                                        .get(0)));
                Installation.pause(10);
            }
        }
        return longest;
    }
}
