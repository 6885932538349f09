package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a workflow does by itself, as clients see it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class AutomationTest {

    private final Api api;
    private final AutomationForms forms;

    AutomationTest(RunningServer server) {
        api = new Api(Installation.site(server));
        forms = new AutomationForms(api);
    }

    @Test
    void itMakesLinksAndChangesRecordsAndGoesOnToTheNextPerson() throws IOException {
        forms.automate("""
                [{"create": {"form": "%1$s-invoice", "values": {"title": "title", "phone": "phone"}, "relation": "order"}},
                 {"link": {"field": "invoices"}},
                 {"update": {"through": "customer", "values": {"orders": "1"}}},
                 {"update": {"values": {"state": "\\"billed\\""}}}]
                """).orFail("publishing");
        String customer = forms.customer("Acme");

        String order = forms.order("T1", customer);

        JsonNode invoice = forms.invoices().get(0);
        assertThat(forms.invoices()).hasSize(1);
        assertThat(invoice.at("/data/title").asText()).isEqualTo("T1");
        assertThat(invoice.at("/data/phone").asText()).isEqualTo("13800138000");
        assertThat(invoice.at("/data/order/id").asText()).isEqualTo(order);
        JsonNode read = forms.read("", order);
        assertThat(read.at("/data/invoices/0/id").asText())
                .isEqualTo(invoice.path("id").asText());
        assertThat(read.at("/data/state").asText()).isEqualTo("billed");
        assertThat(forms.read("-customer", customer).at("/data/orders").asText())
                .isEqualTo("1");
        assertThat(forms.did(order)).containsExactly("create", "link", "update", "update");
        assertThat(forms.flow(order).at("/openTasks/0/node").asText()).isEqualTo("look");
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.texts("""
                    select ctx from (select ctx from t_demo.audit_pending where action = 'workflow.automate'
                    union all select canonical from t_demo.audit_entry where action = 'workflow.automate') a
                    where ctx like '%' || ? || '%'
                    """, order)).hasSize(4);
        }
        assertThat(Verifier.says(forms.certificate(order))).startsWith("OK: 5 acts");
    }

    @Test
    void itWaitsForAsLongAsItIsTold() {
        forms.automate("""
                [{"wait": {"for": "PT4S"}}, {"update": {"values": {"state": "\\"later\\""}}}]
                """).orFail("publishing");

        String order = forms.order("T2", "");

        assertThat(forms.did(order)).containsExactly("wait");
        assertThat(forms.read("", order).at("/data/state").asText()).isNotEqualTo("later");
        assertThat(forms.flow(order).path("openTasks")).isEmpty();
        AutomationForms.until(
                "it goes on",
                attempt -> forms.read("", order).at("/data/state").asText().equals("later"));
        AutomationForms.until(
                "the next task stands",
                attempt -> !forms.flow(order).path("openTasks").isEmpty());
        assertThat(forms.did(order)).containsExactly("wait", "update");
    }

    @Test
    void whatTheOtherFormRefusesChangesNothingAndIsTriedAgain() {
        forms.automate("""
                [{"create": {"form": "%1$s-invoice", "values": {"title": "title", "code": "title"}}}]
                """).orFail("publishing");
        forms.order("T3", "");
        assertThat(forms.invoices()).hasSize(1);

        String second = forms.order("T3", "");

        assertThat(forms.invoices()).hasSize(1);
        assertThat(forms.did(second)).isEmpty();
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            AutomationForms.until(
                    "the refusal is kept with its code",
                    attempt -> sql.texts("select failure from t_demo.outbox where key = ?::uuid", second)
                            .contains("record.not-unique"));
            sql.texts("delete from t_demo.outbox where key = ?::uuid returning failure", second);
        }
    }

    /** Fay sees no order; mia does while her task is open, and what it was told of she reads masked only. */
    @Test
    void itTellsThoseWhoMayKnowAndSaysToEachWhatHeReads() {
        Bell bell = new Bell(api);
        int fay = bell.of("fay", item -> true).size();
        forms.automate("""
                [{"notify": {"assignees": {"members": ["mia", "fay"]}, "text": "x"}},
                 {"notify": {"assignees": {"initiator": true}, "text": {"zh-CN": "已开票", "en": "Billed"}}},
                 {"notify": {"assignees": {"roles": ["sales", "sales-manager"]}, "formula": "\\"关于 \\" + title"}}]
                """).orFail("publishing");

        String order = forms.order("T9", "");

        assertThat(forms.did(order)).containsExactly("notify", "notify", "notify");
        bell.next(
                "sam",
                item -> bell.of("sam", Bell.about(order, "workflow-told")).size() == 2);
        List<JsonNode> told = bell.of("sam", Bell.about(order, "workflow-told"));
        assertThat(told)
                .extracting(item -> item.at("/text/en").asText())
                .containsExactly("Order: 关于 T9", "Order: Billed");
        assertThat(told).allMatch(item -> item.path("by").isNull());
        assertThat(bell.of("mia", Bell.about(order, "workflow-told")))
                .as("she had no task yet")
                .isEmpty();
        assertThat(bell.of("fay", item -> true)).hasSize(fay);
        for (String formula : List.of("phone", "if starts with(phone, title) then title else title")) {
            Api.Result refused = forms.automate("""
                    [{"notify": {"assignees": {"initiator": true}, "formula": "%2$s"}}]
                    """.replace("%2$s", formula));
            assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("workflow.notify-personal");
            assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/nodes/1/steps/0/notify/formula");
        }
        assertThat(forms.automate("[{\"notify\": {\"assignees\": {\"initiator\": true}, \"formula\": \"1\"}}]")
                        .code())
                .isEqualTo("workflow.definition-invalid");
    }

    @Test
    void aValueNeverComesUnderALowerTag() {
        Api.Result refused = forms.automate("""
                [{"create": {"form": "%1$s-invoice", "values": {"title": "title", "note": "phone"}}}]
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("workflow.automation-lowers-tag");
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/nodes/1/steps/0/create/values/note");
    }
}
