package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens in the middle of an import or of its undo: a new version of the form, and kill -9. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ImportMeanwhileTest {

    private static final int ROWS = 10_000;

    private final RunningServer server;
    private final Api api;
    private final ExchangeForm form;

    ImportMeanwhileTest(RunningServer server) {
        this.server = server;
        this.api = new Api(Installation.site(server));
        this.form = new ExchangeForm(api);
    }

    /** What was stored stands under the version that it was stored with; what comes after is held against the newer one. */
    @Test
    void anImportGoesOnWithAVersionThatIsPublishedInItsMiddle() {
        String id = started(false);

        form.atLeast(100);

        JsonNode job = form.ended("admin", "imports", id);
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("done");
        assertThat(job.path("created").asInt()).isEqualTo(ROWS);
        assertThat(job.path("failed").asInt()).isZero();
        assertThat(form.count()).isEqualTo(ROWS);
        assertThat(rows("select count(distinct code) from %s")).isEqualTo(ROWS);
        assertThat(rows("select count(*) from %s where form_version = 1")).isPositive();
        assertThat(rows("select count(*) from %s where form_version = 2")).isPositive();
    }

    /** A rehearsal would else promise for its first rows what the newer version refuses. */
    @Test
    void aDryRunStartsAnewWithAVersionThatIsPublishedInItsMiddle() {
        String id = started(true);

        form.atLeast(100);

        JsonNode tried = form.ended("admin", "imports", id);
        assertThat(tried.path("status").asText()).as(tried.toString()).isEqualTo("done");
        assertThat(tried.path("failed").asInt()).isEqualTo(100);
        assertThat(tried.path("created").asInt()).isEqualTo(ROWS - 100);
        assertThat(form.count()).isZero();
    }

    /** Killed in the middle, it ends with each record in the bin once, but for the one that somebody has changed. */
    @Test
    void anUndoGoesOnAfterTheServerWasKilledWithoutLosingOrDoublingAnything() throws InterruptedException {
        String id = form.imported("admin", ExchangeForm.file(ROWS), "{}", false)
                .path("id")
                .asText();
        String changed = api.post("admin", form.path() + "/records/query", Map.of("sort", List.of("code"), "limit", 1))
                .orFail("asking")
                .body()
                .at("/items/0/id")
                .asText();
        api.patch(
                        "admin",
                        form.path() + "/records/" + changed,
                        Map.of("data", Map.of("amount", "7.00")),
                        "If-Match",
                        "\"1\"")
                .orFail("changing");
        api.post("admin", form.path() + "/imports/" + id + "/undo", "{}").orFail("undoing");

        while (form.job("admin", "imports", id).path("undone").asInt() == 0) {
            Installation.pause(20);
        }
        server.kill();
        server.startAgain();
        assertThat(form.job("admin", "imports", id).path("status").asText())
                .as("killed in the middle")
                .isEqualTo("undoing");
        JsonNode job = form.ended("admin", "imports", id);

        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("undone");
        assertThat(job.path("undone").asInt()).isEqualTo(ROWS - 1);
        assertThat(job.path("kept").asInt()).isEqualTo(1);
        assertThat(form.count()).isEqualTo(1);
        assertThat(rows("select count(deleted_at) from %s")).isEqualTo(ROWS - 1);
        assertThat(rows("select count(*) from %s where version = 2"))
                .as("stored twice each: made, then moved to the bin or changed")
                .isEqualTo(ROWS);
        assertThat(rows("select count(*) from t_demo.record_history h join %s r on r.id = h.record"
                        + " where h.action = 'trash'"))
                .isEqualTo(ROWS - 1);
    }

    /** An import that is under way and has work left. */
    private String started(boolean dryRun) {
        String id = ExchangeForm.id(form.send("admin", ExchangeForm.file(ROWS), "{}", dryRun));
        JsonNode job = form.job("admin", "imports", id);
        while (job.path("created").asInt() == 0) {
            Installation.pause(10);
            job = form.job("admin", "imports", id);
        }
        assertThat(job.path("created").asInt()).isLessThan(ROWS);
        return id;
    }

    private long rows(String sql) {
        String key = form.path().substring(form.path().lastIndexOf('/') + 1);
        try (Sql database = Sql.open(api.site(), "jianmi")) {
            return database.number(sql.formatted(database.formTable(api.site().tenant(), key)));
        }
    }
}
