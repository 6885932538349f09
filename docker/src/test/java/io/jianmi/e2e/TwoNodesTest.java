package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers on one database, sign-in and root key; the second one knows them as external. */
@Tag("slow")
@ExtendWith(WithServer.class)
class TwoNodesTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private static Api a;
    private static Api b;
    private static RunningServer second;

    /** The second alone has a mail server. */
    private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeAll
    static void startTheSecond(RunningServer first) {
        MAILS.start();
        second = first.second(Map.of(
                "JIANMI_SMTP_URL", "smtp://127.0.0.1:" + MAILS.getSmtp().getPort() + "?starttls=none",
                "JIANMI_MAIL_FROM", "jianmi@demo.example",
                "JIANMI_PUBLIC_URL", "https://jianmi.example"));
        a = new Api(Installation.site(first));
        b = new Api(Installation.site(first).at(URI.create(second.baseUrl())));
    }

    @AfterAll
    static void stopTheSecond() {
        second.stop();
        MAILS.stop();
    }

    @Test
    void theSecondStartsNothingOfItsOwn() {
        assertThat(second.output()).doesNotContain("PostgreSQL", "Keycloak:", "Demo logins");
    }

    @Test
    void whatOneNodePublishesTheOtherServesAtOnce() {
        String app = "nodes" + Installation.number();
        String form = "note" + Installation.number();
        String path = a.site().formPath(app, form);
        a.post("designer", a.site().tenantPath() + "/apps", Map.of("key", app, "title", "节点"))
                .orFail("app");
        publish(path, definition(form, false));
        assertThat(fields(b.get("admin", path).orFail("form on b").body())).containsExactly("title");
        String made = b.post("admin", path + "/records", Map.of("data", Map.of("title", "一")))
                .orFail("create on b")
                .body()
                .path("id")
                .asText();
        assertThat(a.get("admin", path + "/records/" + made).status()).isEqualTo(200);

        publish(path, definition(form, true));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(fields(b.get("admin", path).body())).containsExactly("title", "amount"));
        b.post("admin", path + "/records", Map.of("data", Map.of("title", "二", "amount", "2.00")))
                .orFail("create with the new field");
    }

    @Test
    void aPermissionThatOneNodeTakesAwayTheOtherDoesNotGiveAnyMore() {
        String app = "nodes" + Installation.number();
        String form = "note" + Installation.number();
        String path = a.site().formPath(app, form);
        a.post("designer", a.site().tenantPath() + "/apps", Map.of("key", app, "title", "节点"))
                .orFail("app");
        ObjectNode open = definition(form, false);
        ((ObjectNode) open.path("permissionGroups").get(0).path("members"))
                .putArray("roles")
                .add("admin")
                .add("sales");
        publish(path, open);
        assertThat(b.get("sam", path).status()).isEqualTo(200);

        publish(path, definition(form, false));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(b.get("sam", path).status()).isEqualTo(404));
    }

    /** PRIV-116: once it is said to be done, no node can read her. */
    @Test
    void whoIsErasedOnOneNodeIsReadByNone() throws Exception {
        CanaryForm form = new CanaryForm(a);
        form.publish();
        int number = Installation.number();
        String record = form.create("admin", CanaryForm.data(number, "A"));
        String subject;
        try (Sql sql = Sql.open(a.site(), "jianmi")) {
            subject = sql.texts("select subject_id::text from " + form.table(sql) + " where id = ?::uuid", record)
                    .get(0);
        }
        for (Api node : List.of(a, b)) {
            assertThat(node.get("admin", form.record(record)).text()).contains(CanaryForm.mobile(number));
        }
        PrivacyActs desk = new PrivacyActs(a, a.site().url().toString());

        JsonNode ordered = desk.ordered(subject, "请求删除");
        JsonNode erasure = desk.completed(ordered.path("id").asText());

        for (Api node : List.of(a, b)) {
            assertThat(node.get("admin", form.record(record)).status()).isEqualTo(404);
        }
        try (Sql sql = Sql.open(a.site(), "jianmi")) {
            assertThat(sql.number(
                            "select count(*) from platform.node_dropped where what = ?::uuid",
                            erasure.path("id").asText()))
                    .as("both, and none of those that other tests have killed")
                    .isEqualTo(2);
        }
    }

    /** The mail as a channel, by what reaches the mail server: nobody is sent of a record what he may not take away. */
    @Test
    void mailsSayWhatTheirReaderMayExport() throws Exception {
        MailChannel channel = new MailChannel(a, MAILS);

        assertThat(channel.wrong(new MatrixExhibits(a).all().get(0))).isEmpty();
    }

    private static void publish(String path, JsonNode definition) {
        a.put("designer", path + "/draft", definition).orFail("draft");
        a.post("designer", path + "/publish", "{}").orFail("publish");
    }

    private static List<String> fields(JsonNode form) {
        return form.path("fields").findValuesAsText("key");
    }

    /** A form that admins alone see; {@code amount} is the field of its second version. */
    private static ObjectNode definition(String form, boolean amount) {
        ObjectNode definition = Json.NODES.objectNode();
        definition.put("kind", "form").put("key", form).put("title", "便笺");
        ArrayNode fields = definition.putArray("fields");
        fields.addObject()
                .put("key", "title")
                .put("type", "text")
                .put("title", "标题")
                .putObject("sensitivity")
                .put("level", "internal");
        if (amount) {
            fields.addObject()
                    .put("key", "amount")
                    .put("type", "number")
                    .put("scale", 2)
                    .put("title", "金额");
        }
        ObjectNode group = definition.putArray("permissionGroups").addObject();
        group.put("key", "all").put("title", "全部");
        group.putObject("members").putArray("roles").add("admin");
        group.putArray("actions").add("create").add("read");
        group.putObject("fields").put("*", "edit");
        return definition;
    }
}
