package io.jianmi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.load.Load;
import io.jianmi.bench.load.Meter;
import io.jianmi.bench.load.Plan;
import io.jianmi.bench.load.Requests;
import io.jianmi.bench.load.VirtualUser;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Site;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The benchmark's app, form and rows in the tenant, all made through the public interface. */
final class Bed {

    static final String FORM = "bench-customer";
    static final String WORKFLOW = "bench-approval";
    static final String SELLER = "sam";

    private static final int BATCH = 1000;
    private static final int FILLERS = 2;

    private final Api api;
    private final String app;
    private final AtomicLong nextNumber = new AtomicLong();

    Bed(Api api, String app) {
        this.api = api;
        this.app = app;
    }

    Api api() {
        return api;
    }

    Site site() {
        return api.site();
    }

    String records() {
        return site().formPath(app, FORM) + "/records";
    }

    InetSocketAddress address() {
        return new InetSocketAddress(site().url().getHost(), site().url().getPort());
    }

    Requests requests(String member) {
        return new Requests(site().hostAndPort(), () -> api.tokens().of(member));
    }

    /** A record number that this bed has not handed out. */
    long number() {
        return nextNumber.getAndIncrement();
    }

    /** The app and its published form; what is there is used as it is. */
    void prepare() {
        String apps = site().tenantPath() + "/apps";
        if (api.get("designer", apps + "/" + app).status() == 404) {
            api.post("designer", apps, Map.of("key", app, "title", "压测")).orFail("making app " + app);
        }
        String form = site().formPath(app, FORM);
        if (api.get("admin", form).status() == 404) {
            publish(form, resource("bench-customer.form.json"));
        }
        nextNumber.set(rowCount());
    }

    void publishWorkflow() {
        publish(
                site().tenantPath() + "/apps/" + app + "/workflows/" + WORKFLOW,
                resource("bench-approval.workflow.json"));
    }

    long rowCount() {
        try (Sql sql = Sql.open(site(), "jianmi")) {
            return sql.number("select count(*) from " + sql.formTable(site().tenant(), FORM));
        }
    }

    /** Ids of rows that the scope of role {@code sales} shows, at random, at most so many. */
    List<String> visibleIds(int most) {
        try (Sql sql = Sql.open(site(), "jianmi")) {
            return sql.texts("select id from " + sql.formTable(site().tenant(), FORM)
                    + " where source in ('官网', '展会', '转介绍') order by random() limit " + most);
        }
    }

    /** Fills up to so many rows by the batch route and lets the database collect its statistics. */
    void fillTo(long rows) throws IOException {
        long missing = rows - rowCount();
        if (missing > 0) {
            System.out.printf("filling %,d rows%n", missing);
            Meter meter = insertBatches(missing, FILLERS);
            if (!meter.failures().isEmpty()) {
                throw new IllegalStateException("filling failed: " + meter.failures());
            }
            try (Sql sql = Sql.open(site(), "jianmi")) {
                sql.run("analyze " + sql.formTable(site().tenant(), FORM));
            }
        }
    }

    /** Inserts so many records in batches of up to 1,000; one operation is one batch. */
    Meter insertBatches(long records, int connections) throws IOException {
        Meter meter = new Meter(Plan.untilDone());
        AtomicLong left = new AtomicLong(records);
        Requests admin = requests("admin");
        VirtualUser filler = answer -> {
            if (answer != null && answer.ok()) {
                meter.succeeded(answer.sentAt(), answer.receivedAt());
            } else if (answer != null) {
                meter.failed("batch " + answer.status() + " " + answer.text("code"));
                return null;
            }
            int count = (int) Math.min(BATCH, left.get());
            if (count <= 0) {
                return null;
            }
            left.addAndGet(-count);
            return admin.post(records() + "/batch", "", Customers.batch(nextNumber.getAndAdd(count), count));
        };
        new Load(address(), Plan.untilDone(), meter).run(Collections.nCopies(connections, filler));
        return meter;
    }

    private void publish(String definition, JsonNode content) {
        api.put("designer", definition + "/draft", content).orFail("draft of " + definition);
        api.post("designer", definition + "/publish", "{}").orFail("publishing " + definition);
    }

    private JsonNode resource(String name) {
        try (InputStream in = Objects.requireNonNull(Bed.class.getResourceAsStream("/bench/" + name))) {
            return api.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
