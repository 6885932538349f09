package io.jianmi.core.privacy.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.testing.Vectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NormalFormTest {

    static Stream<Arguments> indexed() {
        return StreamSupport.stream(
                        Vectors.read("crypto")
                                .required("blind_index")
                                .required("cases")
                                .spliterator(),
                        false)
                .map(each -> Arguments.of(
                        each.required("scope").textValue(),
                        each.required("index").textValue(),
                        each.required("in").textValue(),
                        each.required("normalized").textValue()));
    }

    @ParameterizedTest
    @MethodSource("indexed")
    void normalFormsOfTheIndexVectors(String scope, String index, String in, String normalized) {
        NormalForm form = scope.endsWith("phone")
                ? NormalForm.PHONE
                : scope.endsWith("email") ? NormalForm.EMAIL : NormalForm.CODE;

        assertThat(index.equals("last4") ? form.last4(in) : form.of(in)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @CsvSource({
        "010-12345678, +861012345678",
        "0755-1234567-801, +867551234567",
        "+44 20 7946 0958, +442079460958",
        "0086 138 0013 8000 ext 5, +8613800138000",
        "12345, 12345"
    })
    void phonesBecomeE164WhereThatCanBeKnown(String in, String normalized) {
        assertThat(NormalForm.PHONE.of(in)).isEqualTo(normalized);
    }

    @Test
    void textIsTrimmedCollapsedAndCompatible() {
        assertThat(NormalForm.TEXT.of("\u200b Ｊｏｈｎ \u3000 Smith\n")).isEqualTo("John Smith");
        assertThat(NormalForm.TEXT.last4("张𠮷野太郎")).isEqualTo("𠮷野太郎");
        assertThat(NormalForm.TEXT.last4("张三")).isEqualTo("张三");
    }
}
