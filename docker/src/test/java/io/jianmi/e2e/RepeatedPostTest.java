package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every POST that creates: the same key with the same body makes one thing, and with another body it is refused. */
@Tag("slow")
@ExtendWith(WithServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedPostTest {

    private static final String KEY = "Idempotency-Key";

    private final Api api;
    private final String number = Integer.toString(Installation.number(), 36);
    private final Map<String, String> words = new HashMap<>();

    RepeatedPostTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @BeforeAll
    void aFormWithARecord() {
        ShareForm form = new ShareForm(api);
        PublicForm open = new PublicForm(api).published(true, false);
        words.put("TENANT", api.site().tenantPath());
        words.put("FORM", form.form());
        words.put("OPEN", open.address());
        words.put("RECORD", form.record(form.create("sam")));
        words.put("SUE", form.member("sue"));
        words.put("NEW", "x" + number);
    }

    /** What is left out here is walked by {@code ExchangeJobsTest}, {@code ConsentDeskTest} and {@code TemplateCentreTest}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "designer | TENANT/apps | {'key':'NEW','title':'再来'} | {'key':'NEW','title':'别的'} | 201",
                "sam | FORM/records | {'data':{'code':'C2'}} | {'data':{'code':'C3'}} | 201",
                "sam | FORM/records/batch | {'records':[{'data':{}}]} | {'records':[{'data':{'code':'C3'}}]} | 200",
                "sam | RECORD/comments | {'text':'好'} | {'text':'不好'} | 201",
                "sam | RECORD/shares | {'member':'SUE'} | {'member':'SUE','until':null} | 201",
                "sam | FORM/views | {'title':'我的','kind':'table'} | {'title':'你的','kind':'table'} | 201",
                "designer | OPEN/public-link | {} | {'until':'2099-01-01T00:00:00Z'} | 200",
                "admin | TENANT/simulations | {'role':'sales'} | {'role':'finance'} | 201",
                "admin | TENANT/api-clients | CLIENT,'name':'a'} | CLIENT,'name':'b'} | 201",
                "audra | TENANT/audit/exports | | | 201"
            })
    void makesOneThing(String member, String path, @Nullable String body, @Nullable String other, int status) {
        String address = told(path);
        String key = "again-" + number + path;
        String sent = body == null ? null : told(body);

        Api.Result first = api.send("POST", member, address, sent, KEY, key);
        Api.Result second = api.send("POST", member, address, sent, KEY, key);

        assertThat(first.status()).as(first.text()).isEqualTo(status);
        assertThat(second.status()).as(second.text()).isEqualTo(status);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        if (status == 201) {
            String made =
                    first.body().path("id").asText(first.body().path("key").asText());
            assertThat(first.headers().firstValue("Location")).contains(address + "/" + made);
        }
        if (path.endsWith("api-clients")) {
            assertThat(first.body().path("key").asText()).startsWith("jmk_");
            assertThat(second.body().path("key").asText("")).doesNotStartWith("jmk_");
        } else {
            assertThat(second.body()).isEqualTo(first.body());
        }
        if (other != null) {
            Api.Result mismatch = api.send("POST", member, address, told(other), KEY, key);
            assertThat(mismatch.code()).isEqualTo("request.idempotency-mismatch");
        }
    }

    @Test
    void aFileIsKeptOnce() {
        AttachmentForm form = new AttachmentForm(api);
        byte[] content = ("内容" + number).getBytes(StandardCharsets.UTF_8);

        Api.Result first = form.upload("sam", "a.txt", content, KEY, "file-" + number);
        Api.Result second = form.upload("sam", "a.txt", content, KEY, "file-" + number);
        Api.Result other = form.upload("sam", "b.txt", content, KEY, "file-" + number);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .contains(form.files() + "/" + first.body().path("id").asText());
        assertThat(other.code()).isEqualTo("request.idempotency-mismatch");
    }

    @Test
    void aKeySaysSomethingAndIsShort() {
        for (String key : List.of(" ", "k".repeat(256))) {
            Api.Result refused = api.send("POST", "sam", told("FORM/records"), "{\"data\":{}}", KEY, key);
            assertThat(refused.code()).isEqualTo("request.invalid-parameter");
            assertThat(refused.body().at("/params/parameter").asText()).isEqualTo(KEY);
            assertThat(refused.body().path("instance").asText())
                    .isEqualTo("urn:uuid:"
                            + refused.headers().firstValue("X-Request-Id").orElseThrow());
        }
    }

    /** A number that no double holds has no canonical form. */
    @Test
    void aBodyOfHugeNumbersIsRefusedForWhatItSays() {
        String body = told("{'data':{'margin':1e400}}");

        assertThat(api.send("POST", "admin", told("FORM/records"), body, KEY, "huge-" + number)
                        .status())
                .isEqualTo(422);
    }

    private String told(String template) {
        String text = template.replace("CLIENT", "{'roles':['sales'],'purpose':'service','ceiling':'personal'");
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return text.replace('\'', '"');
    }
}
