package io.jianmi.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jianmi.core.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentKindTest {

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, 合同.pdf, application/pdf",
        "255044462d312e37, 合同.txt, application/pdf",
        "89504e470d0a1a0a0000, a.jpg, image/png",
        "ffd8ffe000104a46, photo, image/jpeg",
        "524946460000000057454250, a, image/webp",
        "474946383961, a.gif, image/gif",
        "504b030414000000, a.zip, application/zip",
        "504b030414000000, a.docx, application/zip",
        "d0cf11e0a1b11ae1, old.doc, application/msword",
        "d0cf11e0a1b11ae1, old.xls, application/vnd.ms-excel",
        "000000186674797069736f6d, a.mp4, video/mp4"
    })
    void theContentDecidesNotTheName(String hex, String name, String type) {
        assertThat(ContentKind.of(HexFormat.of().parseHex(hex), name)).isEqualTo(type);
    }

    @Test
    void officeDocumentsAreToldByTheNamesOfTheirEntriesAndNothingIsUnpacked() {
        byte[] document =
                ("PK\u0003\u0004" + "\0".repeat(26) + "[Content_Types].xml").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ContentKind.of(document, "A.DOCX"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(ContentKind.of(document, "a.bin")).isEqualTo("application/zip");
    }

    @Test
    void textIsToldInBothEncodings() {
        assertThat(ContentKind.of("姓名,手机\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .isEqualTo("text/csv");
        assertThat(ContentKind.of("姓名,手机\n".getBytes(Charset.forName("GB18030")), "a.txt"))
                .isEqualTo("text/plain");
    }

    /** The last character looked at may be cut in the middle. */
    @Test
    void longTextIsTextWhereverOneStopsLooking() {
        byte[] text = ("a" + "密".repeat(ContentKind.LOOK)).getBytes(StandardCharsets.UTF_8);

        assertThat(ContentKind.of(java.util.Arrays.copyOf(text, ContentKind.LOOK), "a.txt"))
                .isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource({
        "4d5a9000, 合同.pdf",
        "7f454c46, a.txt",
        "cafebabe, a.png",
        "23212f62696e2f7368, a.txt",
        "3c68746d6c3e, a.txt",
        "3c7376672f3e, a.png",
        "3c3f786d6c, a.txt",
        "68656c6c6f, a.html",
        "255044462d312e37, 发票.pdf.exe",
        "504b0304, macro.docm"
    })
    void whatMightBeRunIsRefusedAsSuch(String hex, String name) {
        refused(HexFormat.of().parseHex(hex), name, FileProblem.TYPE_REFUSED);
    }

    @Test
    void archivesOfProgramsAreRefused() {
        byte[] jar = "PK\u0003\u0004....META-INF/MANIFEST.MF".getBytes(StandardCharsets.ISO_8859_1);

        refused(jar, "a.zip", FileProblem.TYPE_REFUSED);
    }

    @Test
    void anythingElseIsUnknownWhateverItsNameSays() {
        byte[] noise = new byte[4_000];
        new Random(1).nextBytes(noise);

        refused(noise, "合同.pdf", FileProblem.TYPE_UNKNOWN);
        refused(new byte[] {0, 1, 2, 3}, "a.png", FileProblem.TYPE_UNKNOWN);
    }

    private static void refused(byte[] head, String name, FileProblem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ContentKind.of(head, name))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }
}
