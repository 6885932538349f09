package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs of imports and exports: who may start one and look at it, and how often one request starts it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ExchangeJobsTest {

    private final Api api;

    ExchangeJobsTest(RunningServer server) {
        this.api = new Api(Installation.site(server));
    }

    @Test
    void aRowOutsideTheWriteScopeIsAnErrorOfThatRow() {
        ExchangeForm form = new ExchangeForm(api);

        JsonNode job = form.imported("sam", "code,amount\nW1,1\nZ9,2\nW2,3\n", "{}", false);

        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("done");
        assertThat(job.path("created").asInt()).isEqualTo(2);
        assertThat(job.path("errors")).hasSize(1);
        assertThat(job.at("/errors/0/row").asInt()).isEqualTo(3);
        assertThat(job.at("/errors/0/code").asText()).isEqualTo("record.outside-write-scope");
    }

    /** Whoever may not import or export any more looks at a missing job, and that he tried is on record. */
    @Test
    void aJobIsMissingToItsOwnerWhoseRightWasTaken() {
        ExchangeForm form = new ExchangeForm(api);
        AuditTrail trail = new AuditTrail(api.site());
        String job = form.path() + "/imports/"
                + form.imported("sam", "code,amount\nR1,1\n", "{}", false)
                        .path("id")
                        .asText();
        String export = form.path() + "/exports/" + ExchangeForm.id(api.post("sam", form.path() + "/exports", "{}"));
        form.ended("sam", "exports", export.substring(export.lastIndexOf('/') + 1));

        form.withoutSalesRight("import");
        for (String what : List.of("", "/events", "/errors")) {
            assertThat(api.get("sam", job + what).status()).as(what).isEqualTo(404);
        }
        assertThat(api.get("sam", export + "/file").status()).isEqualTo(200);
        form.withoutSalesRight("export");
        assertThat(api.get("sam", job).status()).isEqualTo(200);
        for (String what : List.of("", "/events", "/file")) {
            Api.Result refused = api.get("sam", export + what);
            assertThat(refused.status()).as(what).isEqualTo(404);
            JsonNode entry = trail.soon(refused).get(0);
            assertThat(entry.path("act").asText()).isEqualTo("record.export");
            assertThat(entry.path("allowed").asBoolean(true)).isFalse();
        }
    }

    @Test
    void aRequestThatIsSentAgainStartsNothingTwice() {
        ExchangeForm form = new ExchangeForm(api);
        String key = form.path();

        String first = ExchangeForm.id(form.sendOnce("admin", "code\nI1\n", key));
        form.ended("admin", "imports", first);
        assertThat(ExchangeForm.id(form.sendOnce("admin", "code\nI1\n", key))).isEqualTo(first);
        assertThat(form.count()).isEqualTo(1);
        assertThat(form.sendOnce("admin", "code\nI2\n", key).code()).isEqualTo("request.idempotency-mismatch");

        String exports = form.path() + "/exports";
        String export = ExchangeForm.id(api.post("admin", exports, "{}", "Idempotency-Key", key + "/e"));
        assertThat(ExchangeForm.id(api.post("admin", exports, "{}", "Idempotency-Key", key + "/e")))
                .isEqualTo(export);
        assertThat(api.post("admin", exports, "{\"format\":\"csv\"}", "Idempotency-Key", key + "/e")
                        .code())
                .isEqualTo("request.idempotency-mismatch");
    }

    @Test
    void anImportStartsThoughItsMappingCannotBeRemembered() {
        ExchangeForm form = new ExchangeForm(api);
        form.breakHabits(true);
        Api.Result started;
        try {
            started = form.send("admin", "Nummer\nH1\n", "{\"columns\":{\"Nummer\":\"code\"}}", false);
        } finally {
            form.breakHabits(false);
        }

        assertThat(started.status()).isEqualTo(202);
        assertThat(form.ended("admin", "imports", ExchangeForm.id(started))
                        .path("created")
                        .asInt())
                .isEqualTo(1);
    }
}
