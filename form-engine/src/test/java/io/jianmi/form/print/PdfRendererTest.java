package io.jianmi.form.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PdfRendererTest {

    @Test
    void chineseIsDrawnAndCanBeReadOutOfThePdf() throws IOException {
        ObjectNode form = Papers.form("[{'key':'a','type':'text','title':'客户名称'}]");
        byte[] pdf = Papers.pdf(form, PaperWords.CHINESE, Papers.paper(Papers.data("{'a':'深圳市简密科技'}")));

        assertThat(Papers.text(pdf)).contains("客户名称 深圳市简密科技", "1 / 1", "打印人 王芳");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getPage(0)
                    .getResources()
                    .getFontNames()
                    .forEach(name -> assertThat(font(document, name)).isTrue());
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("订单");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
        }
    }

    private static boolean font(PDDocument document, org.apache.pdfbox.cos.COSName name) {
        try {
            return document.getPage(0).getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void tablesBreakOverPagesWithTheirHeadingOnEach() throws IOException {
        ObjectNode form = Papers.form("[{'key':'l','type':'subform','title':'明细','fields':["
                + "{'key':'p','type':'text','title':'产品'},{'key':'q','type':'number','title':'数量'}]}]");
        ObjectNode data = Json.NODES.objectNode();
        ArrayNode rows = data.putArray("l");
        IntStream.range(0, 90)
                .forEach(i -> rows.addObject().put("p", "第" + i + "项").put("q", "" + i));

        byte[] pdf = Papers.pdf(form, PaperWords.CHINESE, Papers.paper(data));

        int pages = Papers.pages(pdf);
        assertThat(pages).isGreaterThan(1);
        assertThat(Papers.text(pdf).split("产品 数量", -1)).hasSize(pages + 1);
        assertThat(Papers.text(pdf)).contains("第0项 0", "第89项 89");
    }

    @Test
    void veryLongWordsAndTextsStayOnThePage() {
        ObjectNode form = Papers.form("[{'key':'a','type':'text'},{'key':'b','type':'long-text'}]");
        ObjectNode data = Json.NODES.objectNode().put("a", "W".repeat(500)).put("b", "字".repeat(20_000));

        String text = Papers.text(Papers.pdf(form, PaperWords.ENGLISH, Papers.paper(data)));

        assertThat(text.chars().filter(c -> c == '字').count()).isEqualTo(20_000);
        // In the title, on the label's line, and shortened at the head of each page.
        assertThat(text.chars().filter(c -> c == 'W').count()).isGreaterThanOrEqualTo(1_000);
        assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isLessThan(300);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void nothingOutsideTheDocumentIsFetched(@TempDir Path dir) throws IOException {
        Path secret = dir.resolve("secret.css");
        Files.writeString(secret, "body:before { content: 'told' }");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String http = "http://127.0.0.1:" + server.getLocalPort() + "/";
            String html = "<html lang=\"en\"><head><title>t</title><meta name=\"description\" content=\"d\"/>"
                    + "<link rel=\"stylesheet\" href=\"" + http + "a.css\"/>"
                    + "<link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/>"
                    + "<style>@import url('" + http + "b.css'); @font-face { font-family: F; src: url('" + http
                    + "f.ttf') } body { font-family: Paper; background: url('" + http + "c.png') }</style></head>"
                    + "<body><p>here</p><img alt=\"x\" src=\"" + http + "d.png\"/><img alt=\"y\" src=\""
                    + secret.toUri()
                    + "\"/><object data=\"" + http + "e\">o</object></body></html>";

            byte[] pdf = PdfRenderer.pdf(html, Papers.font());

            assertThat(Papers.text(pdf)).contains("here").doesNotContain("told");
            server.setSoTimeout(200);
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void withoutAFontThereIsAProblemAndNoPaper(@TempDir Path dir) throws IOException {
        Path none = dir.resolve("none.ttf");
        Path text = Files.writeString(dir.resolve("text.ttf"), "not a font");
        Path latin = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

        for (Path file : new Path[] {none, text, latin}) {
            assertThatThrownBy(() -> PaperFont.find(Optional.of(file.toString())))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("print.font-missing");
        }
    }

    @Test
    void aFontKnowsWhatItDraws() {
        PaperFont font = Papers.font();

        assertThat(font.drawable().test('客')).isTrue();
        assertThat(font.drawable().test(0x1f600)).isFalse();
        String text = Papers.text(Papers.pdf(
                Papers.form("[{'key':'a','type':'text'}]"),
                PaperWords.CHINESE,
                Papers.paper(Json.NODES.objectNode().put("a", "笑\ud83d\ude00"))));
        assertThat(text).contains("笑□");
    }

    /** The largest form and the largest subform that there may be. */
    @Test
    void fiveHundredFieldsAndTwoHundredRowsAreRendered() throws IOException {
        StringBuilder fields = new StringBuilder("[");
        ObjectNode data = Json.NODES.objectNode();
        for (int i = 0; i < 500; i++) {
            fields.append("{'key':'f" + i + "','type':'text','title':'标签" + i + "'},");
            data.put("f" + i, "值 " + i + " 张三李四");
        }
        fields.append("{'key':'l','type':'subform','title':'明细','fields':[{'key':'p','type':'text','title':'产品'}]}]");
        ArrayNode rows = data.putArray("l");
        IntStream.range(0, 200).forEach(i -> rows.addObject().put("p", "第" + i + "项"));

        byte[] pdf = Papers.pdf(Papers.form(fields.toString()), PaperWords.CHINESE, Papers.paper(data));

        assertThat(Papers.text(pdf)).contains("标签499", "值 499", "第199项");
        assertThat(pdf.length).isLessThan(2_000_000);
    }
}
