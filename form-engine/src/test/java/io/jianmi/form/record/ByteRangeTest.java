package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jianmi.core.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=10-19, 10, 19",
        "bytes=90-, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=50-5000, 50, 99",
        "bytes=-5000, 0, 99"
    })
    void oneRangeIsServed(String header, long from, long to) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(from, to, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=1"})
    void whatIsNoSingleRangeIsIgnored(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(0, 99, false));
        assertThat(ByteRange.of(null, 100)).isEqualTo(new ByteRange(0, 99, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=200-300", "bytes=5-4", "bytes=-0"})
    void aRangeOutsideIsRefused(String header) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ByteRange.of(header, 100));
    }
}
