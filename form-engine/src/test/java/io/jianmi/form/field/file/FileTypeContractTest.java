package io.jianmi.form.field.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.FileOptions;
import io.jianmi.form.field.Report;
import io.jianmi.form.testing.FieldTypeContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileTypeContractTest extends FieldTypeContract {

    private static final String ONE = "018f0000-0000-7000-8000-00000000000a";
    private static final String TWO = "018f0000-0000-7000-8000-00000000000b";
    private static final String THREE = "018f0000-0000-7000-8000-00000000000c";

    FileTypeContractTest() {
        super("file", "\"maxFiles\": 2, \"maxBytes\": 1000, \"accept\": [\".pdf\", \"image/*\", \"text/csv\"]");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("[]", "null"),
                new Accepted("[\"" + ONE + "\"]", "[\"" + ONE + "\"]"),
                new Accepted("[\"" + ONE.toUpperCase(java.util.Locale.ROOT) + "\"]", "[\"" + ONE + "\"]"),
                new Accepted("[\"" + ONE + "\", \"" + ONE + "\"]", "[\"" + ONE + "\"]"),
                new Accepted(
                        "[{\"id\": \"" + ONE + "\", \"name\": \"a.pdf\"}, \"" + TWO + "\"]",
                        "[\"" + ONE + "\", \"" + TWO + "\"]"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"" + ONE + "\"", "field.type"),
                new Refused("{\"id\": \"" + ONE + "\"}", "field.type"),
                new Refused("[\"not-an-id\"]", "file.unknown"),
                new Refused("[7]", "file.unknown"),
                new Refused("[null]", "file.unknown"),
                new Refused("[\"" + ONE + "\", \"" + TWO + "\", \"" + THREE + "\"]", "file.too-many"));
    }

    @Override
    protected String hiddenPart() {
        return ONE;
    }

    @Test
    void uploadsAreJudgedBySizeAndByKindOrEnding() {
        assertThat(judged("合同.PDF", "application/pdf", 1_000)).isEmpty();
        assertThat(judged("photo", "image/png", 1)).isEmpty();
        assertThat(judged("a.csv", "text/csv", 1)).isEmpty();
        assertThat(judged("合同.PDF", "application/pdf", 1_001)).containsExactly("file.too-large");
        assertThat(judged("a.txt", "text/plain", 1)).containsExactly("file.type-not-accepted");
        assertThat(judged("a.zip", "application/zip", 9_999))
                .containsExactly("file.too-large", "file.type-not-accepted");
    }

    private List<String> judged(String name, String type, long bytes) {
        List<Finding> findings = new ArrayList<>();
        FileOptions options = field("internal").type().attachments().orElseThrow();
        options.judge(name, type, bytes, new Report("/data/probe/0", findings));
        return findings.stream().map(Finding::code).toList();
    }
}
