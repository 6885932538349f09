package io.jianmi.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SharedObjectTest {

    private static final ObjectNode MEMBER =
            Json.NODES.objectNode().put("id", "u\"1").put("name", "王芳\n😀").set("at", Json.NODES.nullNode());

    @Test
    void standsInAnAnswerLikeAnyOther() throws IOException {
        ObjectNode shared = new SharedObject(MEMBER);
        ObjectNode answer = Json.NODES.objectNode();
        answer.set("createdBy", shared);
        answer.set("updatedBy", shared);
        answer.put("after", 1);
        String expected = "{\"createdBy\":" + MEMBER + ",\"updatedBy\":" + MEMBER + ",\"after\":1}";

        assertThat(Json.write(answer)).isEqualTo(expected);
        assertThat(new String(Json.MAPPER.writeValueAsBytes(answer), StandardCharsets.UTF_8))
                .isEqualTo(expected);
        assertThat(answer).hasToString(expected);
        assertThat(Json.parse(Json.MAPPER.writer(new DefaultPrettyPrinter()).writeValueAsString(answer)))
                .isEqualTo(answer);
    }

    @Test
    void isReadAndCopiedLikeAnyOther() {
        ObjectNode shared = new SharedObject(MEMBER);

        assertThat(shared).isEqualTo(MEMBER);
        assertThat(shared.deepCopy().put("name", "李伟").get("name").asText()).isEqualTo("李伟");
        assertThat(shared.get("name").asText()).isEqualTo("王芳\n😀");
        assertThat((Object) Json.MAPPER.valueToTree(shared)).isEqualTo(MEMBER);
    }
}
