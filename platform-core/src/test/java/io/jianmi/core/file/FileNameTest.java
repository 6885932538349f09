package io.jianmi.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jianmi.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @Test
    void foldersAreNoPartOfAName() {
        assertThat(FileName.of("C:\\客户\\张三 合同.pdf")).isEqualTo("张三 合同.pdf");
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a/", "..", "a\nb.pdf", "a\u0000.pdf", "exe.\u202Egpj", "\uD800.pdf"})
    void namesThatNobodyCanReadAreRefused(String name) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FileName.of(name));
    }

    @Test
    void aNameHasTwoHundredCharactersAtMost() {
        assertThat(FileName.of("密".repeat(200))).hasSize(200);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FileName.of("密".repeat(201)));
    }
}
