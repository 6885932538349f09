package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Types whose values are kept alike become each other: files and pictures, what a formula gave and what people type. */
@Tag("slow")
@ExtendWith(WithServer.class)
class KeptAlikeTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String LEAVE = "{\"conversions\": [{\"field\": \"%s\", \"onFailure\": \"keep-empty\"}]}";

    private final Api api;
    private final EvolvingForm form;
    private final AttachmentForm files;

    KeptAlikeTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new EvolvingForm(api);
        files = new AttachmentForm(api);
        ObjectNode next = form.definition();
        next.withArray("/fields")
                .add(Json.parse("{\"key\": \"papers\", \"type\": \"file\", \"title\": \"附件\","
                        + " \"sensitivity\": {\"level\": \"internal\"}}"))
                .add(Json.parse("{\"key\": \"twice\", \"type\": \"formula\", \"of\": \"number\", \"scale\": 2,"
                        + " \"title\": \"两倍\", \"formula\": \"amount * 2\"}"));
        form.publish(next);
    }

    @Test
    void filesThatAreAllPicturesBecomePicturesAndFilesAgain() throws IOException {
        String photo = files.uploaded("admin", "a.png", PNG);
        String shown = form.create(Map.of("title", "pictures", "papers", List.of(photo)));
        String text = files.uploaded("admin", "a.txt", "words".getBytes(StandardCharsets.UTF_8));
        String left = form.create(Map.of("title", "words", "papers", List.of(text)));
        ObjectNode next = form.definition();
        EvolvingForm.field(next, "papers").put("type", "image");

        JsonNode told = form.rehearse(next, LEAVE.formatted("papers")).at("/conversions/0");
        assertThat(told.path("converted").asInt()).isEqualTo(1);
        assertThat(told.at("/codes/file.type-not-accepted").asInt()).isEqualTo(1);
        assertThat(told.at("/records/0").asText()).isEqualTo(left);
        form.move(next, LEAVE.formatted("papers"));
        assertThat(form.read(shown).at("/data/papers/0/name").asText()).isEqualTo("a.png");
        assertThat(files.download("admin", photo).body()).isEqualTo(PNG);
        assertThat(form.read(left).at("/data/papers").isNull()).isTrue();

        EvolvingForm.field(next, "papers").put("type", "file");
        form.move(next, LEAVE.formatted("papers"));
        assertThat(form.read(shown).at("/data/papers/0/name").asText()).isEqualTo("a.png");
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
    }

    @Test
    void whatAFormulaGaveStaysAndIsTypedFromThenOn() {
        String record = form.create(Map.of("title", "one", "amount", "4.25"));
        assertThat(form.read(record).at("/data/twice").asText()).isEqualTo("8.50");
        ObjectNode next = form.definition();
        EvolvingForm.field(next, "twice").put("type", "number").remove(List.of("of", "formula"));

        form.move(next, LEAVE.formatted("twice"));
        assertThat(form.read(record).at("/data/twice").asText()).isEqualTo("8.50");
        form.patch(record, Map.of("twice", "9"));
        assertThat(form.read(record).at("/data/twice").asText()).isEqualTo("9.00");

        EvolvingForm.field(next, "twice")
                .put("type", "formula")
                .put("of", "number")
                .put("formula", "amount * 2");
        form.move(next, LEAVE.formatted("twice"));
        assertThat(form.read(record).at("/data/twice").asText()).isEqualTo("9.00");
        form.patch(record, Map.of("amount", "5"));
        assertThat(form.read(record).at("/data/twice").asText()).isEqualTo("10.00");
    }

    @Test
    void aSignatureBecomesNothingElse() {
        ObjectNode signed = form.definition();
        signed.withArray("/fields")
                .add(Json.parse("{\"key\": \"signed\", \"type\": \"signature\", \"title\": \"签字\","
                        + " \"sensitivity\": {\"level\": \"sensitive\", \"purposes\": [\"sales\"]}}"));
        ((ObjectNode) signed.at("/permissionGroups/0/fields")).put("signed", "edit");
        form.publish(signed);
        ObjectNode next = form.definition();
        EvolvingForm.field(next, "signed").put("type", "image");

        assertThat(form.tryPublish(next, LEAVE.formatted("signed")).text()).contains("\"field.not-convertible\"");
    }
}
