package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.TypedField;
import io.jianmi.form.testing.TestForms;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values of one type are under another. */
class ConversionTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | number | '12.50' | '\"12.50\"'",
                "text | number | '¥1,234.5' | '\"1234.50\"'",
                "text | money | '3' | '\"3.00\"'",
                "text | date | '2026年3月2日' | '\"2026-03-02\"'",
                "text | date | '2026/3/2' | '\"2026-03-02\"'",
                "text | switch | '是' | 'true'",
                "text | choice | 'a' | '\"a\"'",
                "text | multi-choice | 'a; b' | '[\"a\",\"b\"]'",
                "text | long-text | 'words' | '\"words\"'",
                "number | money | '12.50' | '\"12.50\"'",
                "money | number | '0.10' | '\"0.10\"'",
                "number | text | '12.50' | '\"12.50\"'",
                "date | text | '2026-03-02' | '\"2026-03-02\"'",
                "choice | text | 'b' | '\"b\"'",
                "choice | multi-choice | 'b' | '[\"b\"]'",
                "date | date-time | '2026-03-02' | '\"2026-03-01T16:00:00Z\"'",
                "member | members | 'm1' | '[\"m1\"]'",
                "serial | text | 'KH-0007' | '\"KH-0007\"'",
                "text | rich-text | 'a < b & c' | '\"<p>a &lt; b &amp; c</p>\"'",
                "rich-text | text | '<h2>Title</h2><p>some <strong>words</strong></p>' | '\"Title some words\"'",
                "rich-text | long-text | '<h2>Title</h2><p>a &lt; b</p>' | '\"Title\\na < b\"'"
            })
    void aValueIsWhatAnImportWouldMakeOfIt(String from, String to, String old, String now) {
        Conversion.Result result = conversion(from, to).orElseThrow().convert(Json.NODES.textNode(old), ZONE);

        assertThat(result.value()).contains(Json.parse(now));
        assertThat(result.code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text,number,twelve,field.type",
        "text,number,1.234,field.scale",
        "text,date,2026-02-30,field.date-invalid",
        "text,choice,z,field.option-unknown",
        "text,phone,123,field.phone-invalid",
        "number,rating,99,field.type"
    })
    void whatTheNewTypeRefusesIsRefusedWithItsCode(String from, String to, String old, String code) {
        Conversion.Result result = conversion(from, to).orElseThrow().convert(Json.NODES.textNode(old), ZONE);

        assertThat(result.value()).isEmpty();
        assertThat(result.code()).startsWith("field.").isNotEqualTo("field.");
        if (!code.equals("field.type")) {
            assertThat(result.code()).isEqualTo(code);
        }
    }

    @Test
    void whatLosesItsMarksIsTold() {
        Conversion words = conversion("rich-text", "long-text").orElseThrow();
        Conversion rich = conversion("long-text", "rich-text").orElseThrow();
        JsonNode lines = Json.NODES.textNode("one\n\ntwo  < three\t.");
        JsonNode html = rich.convert(lines, ZONE).value().orElseThrow();

        assertThat(html.textValue()).isEqualTo("<p>one</p><p>two  &lt; three .</p>");
        assertThat(words.convert(html, ZONE).reduced()).isFalse();
        assertThat(words.convert(html, ZONE).value()).contains(Json.NODES.textNode("one\ntwo  < three ."));
        assertThat(words.convert(Json.NODES.textNode("<p>one <em>two</em></p>"), ZONE)
                        .reduced())
                .isTrue();
        assertThat(rich.convert(lines, ZONE).reduced()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "file,text",
        "signature,text",
        "signature,image",
        "image,signature",
        "text,serial",
        "number,rich-text",
        "date-time,date",
        "number,date",
        "multi-choice,choice",
        "members,member",
        "member,text",
        "text,member",
        "relation,members",
        "geo,text",
        "text,geo"
    })
    void whatWouldLoseOrGuessIsNoConversion(String from, String to) {
        assertThat(conversion(from, to)).isEmpty();
    }

    /** What the files are is judged where they are known. */
    @Test
    void filesStayWhatTheyAre() {
        JsonNode ids =
                Json.parse("[\"018f0000-0000-7000-8000-000000000001\", \"018f0000-0000-7000-8000-000000000002\"]");

        assertThat(conversion("file", "image").orElseThrow().convert(ids, ZONE).value())
                .contains(ids);
        assertThat(conversion("image", "file").orElseThrow().convert(ids, ZONE).value())
                .contains(ids);
    }

    /** A formula gives values of a type, and they stay such when nobody computes them any more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | '\"12.50\"'",
                "date | '\"2026-03-02\"'",
                "switch | 'true'",
                "text | '\"words\"'",
            })
    void whatAFormulaGaveIsAValueOfItsType(String type, String stored) {
        assertThat(conversion(type, type)
                        .orElseThrow()
                        .convert(Json.parse(stored), ZONE)
                        .value())
                .contains(Json.parse(stored));
    }

    private static Optional<Conversion> conversion(String from, String to) {
        return Conversion.between(field(from), field(to));
    }

    private static TypedField<?> field(String type) {
        ObjectNode field =
                Json.NODES.objectNode().put("key", "value").put("type", type).put("title", "Value");
        field.putObject("sensitivity").put("level", "sensitive");
        if (type.contains("choice")) {
            field.putArray("options");
            for (String option : List.of("a", "b")) {
                field.withArray("/options").addObject().put("value", option).put("title", option);
            }
        }
        if (Set.of("number", "money").contains(type)) {
            field.put("scale", 2);
        }
        if (type.startsWith("relation")) {
            field.put("form", "company");
        }
        ObjectNode form =
                Json.NODES.objectNode().put("kind", "form").put("key", "probe").put("title", "Probe");
        form.putArray("fields").add(field);
        JsonNode definition = form;
        Compilation compiled = TestForms.compile(definition, CompileContext.first("company"));
        return compiled.form()
                .orElseThrow(() -> new AssertionError(compiled.findings()))
                .field("value")
                .orElseThrow()
                .type();
    }
}
