package io.jianmi.form.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jianmi.core.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=\"xx\"";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void partsAreFoundByNameAndKeptByteForByte() {
        Multipart parts = Multipart.of(TYPE, bytes("""
                        --xx
                        Content-Disposition: form-data; name="file"; filename="客户.csv"
                        Content-Type: text/csv

                        a
                        --x

                        b
                        --xx
                        Content-Disposition: form-data; name="options"

                        {}
                        --xx--
                        """.replace("\n", "\r\n")));

        assertThat(parts.part("file")).hasValue(bytes("a\r\n--x\r\n\r\nb"));
        assertThat(parts.part("options")).hasValue(bytes("{}"));
        assertThat(parts.part("other")).isEmpty();
    }

    /** A name is looked for in a head of sensible length only, else one long line would keep a thread busy for hours. */
    @Test
    void anEndlessHeadIsRefusedAtOnce() {
        String head = "Content-Disposition: " + "form-data; name=x;".repeat(200_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertRefused("--xx\r\n" + head + "\r\n\r\nx\r\n--xx--"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--",
                "--xx",
                "--xx\r\n",
                "no boundary",
                "--xx\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nnever ends",
                "--xx\r\nno head\r\n--xx--"
            })
    void brokenBodiesAreRefused(String body) {
        assertRefused(body);
    }

    private static void assertRefused(String body) {
        assertThatThrownBy(() -> Multipart.of(TYPE, bytes(body)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ExchangeProblem.MULTIPART));
    }
}
