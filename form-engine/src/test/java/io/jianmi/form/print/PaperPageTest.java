package io.jianmi.form.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.record.PaperRecord;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaperPageTest {

    private static final String TWO = "[{'key':'a','type':'text','title':'甲'},{'key':'b','type':'text','title':'乙'}]";

    private static String html(ObjectNode form, ObjectNode data) {
        return Papers.html(form, PaperWords.CHINESE, Papers.paper(data));
    }

    @Test
    void labelsAndValuesStandInPairsUnderTheSectionsOfTheLayout() {
        ObjectNode form = Papers.form(TWO);
        form.set("layout", Json.parse("[{\"section\":\"一节\",\"columns\":2,\"fields\":[\"a\",\"b\"]}]"));

        assertThat(html(form, Papers.data("{'a':'1','b':'2'}")))
                .contains("<h2>一节</h2>")
                .contains("<tr><th>甲</th><td>1</td><th>乙</th><td>2</td></tr>");
    }

    @Test
    void aFieldThatTheReaderDoesNotGetLeavesNoLabel() {
        assertThat(html(Papers.form(TWO), Papers.data("{'a':'1'}")))
                .contains("甲")
                .doesNotContain("乙");
    }

    @Test
    void whatARuleHidesIsLeftOutWhenEmptyAndStandsWhenItHoldsSomething() {
        ObjectNode form = Papers.form(TWO);

        assertThat(Papers.html(form, PaperWords.CHINESE, Papers.paper(Papers.data("{'a':null,'b':'2'}"), Set.of())))
                .doesNotContain("甲")
                .contains("乙");
        assertThat(Papers.html(form, PaperWords.CHINESE, Papers.paper(Papers.data("{'a':null,'b':'2'}"), Set.of("a"))))
                .contains("<th>甲</th><td class=\"empty\">–</td>");
    }

    @Test
    void aHeadingOverNothingIsNotPrinted() {
        ObjectNode form = Papers.form(TWO);
        form.set("layout", Json.parse("[{\"section\":\"一节\",\"fields\":[\"b\"]}]"));

        assertThat(html(form, Papers.data("{'a':'1'}"))).doesNotContain("一节");
    }

    @Test
    void elementsStandWhereTheLayoutNamesThem() {
        ObjectNode form = Papers.form("[{'key':'n','type':'note','text':'先读我'},{'key':'s','type':'section','title':'节',"
                + "'fields':['a']},{'key':'t','type':'tabs','tabs':[{'title':'页一','fields':['b']},"
                + "{'title':'页二','fields':['c']}]},{'key':'a','type':'text'},{'key':'b','type':'text'},"
                + "{'key':'c','type':'text'}]");
        form.set("layout", Json.parse("[{\"fields\":[\"n\",\"s\",\"t\"]}]"));

        assertThat(html(form, Papers.data("{'a':'1','b':'2'}")))
                .containsSubsequence("先读我", "<h3>节</h3>", ">1<", "<h3>页一</h3>", ">2<")
                .doesNotContain("页二");
    }

    @Test
    void aSubformIsATableWithAHeadingThatRepeats() {
        ObjectNode form = Papers.form(
                "[{'key':'l','type':'subform','title':'明细','fields':[{'key':'p','type':'text','title':'产品'},"
                        + "{'key':'q','type':'number','title':'数量'},{'key':'t','type':'phone','title':'电话'}]}]");

        assertThat(html(form, Papers.data("{'l':[{'id':'1','p':'x','q':'1000','t':{'masked':'1*'}}]}")))
                .contains("<thead><tr><th>产品</th><th class=\"right\">数量</th><th>电话</th></tr></thead>")
                .contains("<td>x</td><td class=\"right\">1,000</td><td class=\"masked\">1*</td>");
    }

    @Test
    void aTableTooWideForThePageIsPrintedRowByRow() {
        StringBuilder columns = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            columns.append(i == 0 ? "" : ",").append("{'key':'c" + i + "','type':'text'}");
            cells.append(",'c" + i + "':'v" + i + "'");
        }
        ObjectNode form = Papers.form("[{'key':'l','type':'subform','title':'明细','fields':[" + columns + "]}]");

        assertThat(html(form, Papers.data("{'l':[{'id':'1'" + cells + "}]}")))
                .contains("第 1 行", "<th>c11</th><td>v11</td>")
                .doesNotContain("<thead>");
    }

    @Test
    void hostileTitlesAndValuesAreText() {
        String attack = "</td></table><img src=http://127.0.0.1/x><style>*{color:red}</style>";
        ObjectNode form = Papers.form("[{'key':'a','type':'text'}]");
        ((ObjectNode) form.path("fields").get(0)).put("title", attack);
        form.put("title", attack);

        String html = html(form, Json.NODES.objectNode().put("a", attack));

        assertThat(html).doesNotContain("<img").containsOnlyOnce("<style>");
        assertThat(html).contains("&lt;img src=http://127.0.0.1/x&gt;");
    }

    @Test
    void headAndFootNameFormRecordTenantPersonAndTime() {
        assertThat(html(Papers.form(TWO), Papers.data("{'a':'甲方','b':'2'}")))
                .containsSubsequence("demo", "订单", "甲方", "打印人 王芳", "2026年3月4日 13:06:07", Papers.ID);
    }

    @Test
    void whatNoPersonDidWasDoneByTheSystem() {
        ObjectNode form = Papers.form("[{'key':'m','type':'member'},{'key':'n','type':'members'}]");
        ObjectNode data = Papers.data(
                "{'m':{'id':'system','name':'system'},'n':[{'id':'system','name':'system'},{'id':'1','name':'李雷'}]}");
        PaperRecord paper = Papers.paper(data);
        paper.record().set("createdBy", data.path("m"));

        assertThat(Papers.html(form, PaperWords.CHINESE, paper))
                .contains("创建 系统 ", "<td>系统</td>", "<td>系统、李雷</td>")
                .doesNotContain("system");
        assertThat(Papers.html(form, PaperWords.ENGLISH, paper)).contains("Created the system ");
    }

    @Test
    void thatSomethingIsMaskedIsSaidWhereItIs() {
        assertThat(html(Papers.form(TWO), Papers.data("{'a':{'masked':'*'},'b':'2'}")))
                .contains("脱敏");
        assertThat(html(Papers.form(TWO), Papers.data("{'a':'1','b':'2'}"))).doesNotContain("脱敏");
    }

    @Test
    void eachOfSeveralRecordsBeginsAPage() {
        assertThat(Papers.html(
                        Papers.form(TWO),
                        PaperWords.ENGLISH,
                        Papers.paper(Papers.data("{'a':'1'}")),
                        Papers.paper(Papers.data("{'a':'2'}"))))
                .containsSubsequence("class=\"record\"", "Printed by", "class=\"record\"", "Printed by")
                .contains("Submitted");
    }
}
