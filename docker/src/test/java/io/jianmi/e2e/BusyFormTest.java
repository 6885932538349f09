package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sixteen people write while version after version is published: what was acknowledged is there, and its seal holds. */
@Tag("slow")
@ExtendWith(WithServer.class)
class BusyFormTest {

    private static final int WRITERS = 16;
    private static final int VERSIONS = 10;

    private final Api api;
    private final EvolvingForm form;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    /** What was acknowledged last, by record. */
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    private record Written(int version, String title, String note) {}

    BusyFormTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new EvolvingForm(api);
    }

    @Test
    void nothingIsLostWhileVersionsArePublished() throws ExecutionException, InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            String old = form.create(EvolvingForm.data("old" + i));
            written.put(old, new Written(1, "old" + i, "旧备注"));
            writing.add(people.submit(() -> write(writer, old)));
        }

        int version = publishing();
        over.set(true);
        for (Future<?> each : writing) {
            each.get();
        }
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(refused).isEmpty();
        assertThat(version).isEqualTo(1 + VERSIONS);
        assertThat(written).hasSizeGreaterThan(WRITERS * 3);
        written.forEach((id, last) -> {
            JsonNode record = form.read(id);
            assertThat(new Written(
                            record.path("version").asInt(),
                            record.at("/data/title").asText(),
                            record.at("/data/note").asText()))
                    .isEqualTo(last);
            if (last.note().equals("旧备注")) {
                assertThat(record.at("/data/wechat").asText()).startsWith("wx-old");
                assertThat(record.at("/data/rows/1/price").asText()).isEqualTo("2.20");
            }
        });
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.number("select count(*) from " + sql.formTable("demo", form.key())))
                    .isEqualTo(written.size());
            assertThat(sql.number("select count(distinct form_version) from " + sql.formTable("demo", form.key())))
                    .isGreaterThan(VERSIONS / 2);
        }
    }

    /** Adds fields and views with their indexes; takes a field away and puts it back. The newest version's number. */
    private int publishing() {
        ObjectNode whole = form.definition();
        int version = 1;
        for (int i = 0; i < VERSIONS; i++) {
            ObjectNode next;
            if (i % 3 == 1) {
                next = EvolvingForm.without(whole, "wechat");
            } else {
                whole.withArray("/fields")
                        .addObject()
                        .put("key", "extra" + i)
                        .put("type", "number")
                        .put("title", "附加")
                        .put("scale", 2);
                ObjectNode view = whole.withArray("/views")
                        .addObject()
                        .put("key", "by-" + i)
                        .put("title", "按附加")
                        .put("type", "table");
                view.putArray("columns").add("title");
                view.putArray("sort").add("-extra" + i);
                next = whole.deepCopy();
            }
            version = form.publish(next);
            Installation.pause(300);
        }
        return version;
    }

    /** @param old a record of the first version that is changed again and again */
    private void write(int writer, String old) {
        int turn = 0;
        while (!over.get()) {
            String name = writer + "/" + turn++;
            change(old, name);
            Api.Result made =
                    api.post("admin", form.records(), Map.of("data", Map.of("title", name, "note", "n" + name)));
            if (acknowledged("making", made)) {
                String id = made.body().path("id").asText();
                written.put(id, new Written(1, name, "n" + name));
                change(id, name + "!");
            }
            Api.Result list = api.post("admin", form.records() + "/query", Map.of("limit", 20));
            if (acknowledged("listing", list) && list.text().contains("\"problem\"")) {
                refused.add("listing: " + list.text());
            }
        }
    }

    private void change(String id, String title) {
        Written last = Objects.requireNonNull(written.get(id));
        Api.Result changed = api.patch(
                "admin",
                form.records() + "/" + id,
                Map.of("data", Map.of("title", title)),
                "If-Match",
                "\"" + last.version() + "\"");
        if (acknowledged("changing", changed)) {
            written.put(id, new Written(changed.body().path("version").asInt(), title, last.note()));
        }
        acknowledged("reading", api.get("admin", form.records() + "/" + id));
    }

    private boolean acknowledged(String what, Api.Result answer) {
        if (!answer.ok()) {
            refused.add(what + ": " + answer.status() + " " + answer.text());
        }
        return answer.ok();
    }
}
