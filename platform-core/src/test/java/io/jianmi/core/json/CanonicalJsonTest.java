package io.jianmi.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    @Test
    void exampleOfRfc8785Section322() {
        JsonNode value = Json.parse("""
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}""");

        assertThat(CanonicalJson.text(value))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void membersAreOrderedByUtf16CodeUnits() {
        JsonNode value = Json.parse(
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}");

        assertThat(CanonicalJson.text(value))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
        "3d30000000000000, 5.684341886080802e-14"
    })
    void numbersOfRfc8785AppendixB(String bits, String printed) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.text(DoubleNode.valueOf(value))).isEqualTo(printed);
    }

    @Test
    void integersAreExact() {
        assertThat(CanonicalJson.text(Json.parse("[-9007199254740991,42,1.0]"))).isEqualTo("[-9007199254740991,42,1]");
    }

    @Test
    void arrayOfPartsEqualsTheTree() {
        byte[] fast = CanonicalJson.array("fp-ad-v1", "a\"b\\c\u0001备注😀", 7, 8L);

        assertThat(fast).isEqualTo(CanonicalJson.bytes(Json.parse(new String(fast, UTF_8))));
        assertThat(new String(fast, UTF_8)).isEqualTo("[\"fp-ad-v1\",\"a\\\"b\\\\c\\u0001备注😀\",7,8]");
    }

    @Test
    void objectOfMembersEqualsTheTree() {
        JsonNode tree = Json.parse("{\"b\":{\"z\":1,\"a\":\"q\\\"\"},\"a\":[1.50,null],\"é\":\"备注\"}");
        Map<String, JsonNode> members = new HashMap<>();
        tree.properties().forEach(member -> members.put(member.getKey(), member.getValue()));

        assertThat(CanonicalJson.object(members)).isEqualTo(CanonicalJson.bytes(tree));
    }

    @Test
    void refusesWhatHasNoCanonicalForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(TextNode.valueOf("\ud83d")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(DoubleNode.valueOf(Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.array(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.array(1L << 60));
    }
}
