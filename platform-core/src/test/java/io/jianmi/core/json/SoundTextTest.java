package io.jianmi.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[1, null, true]", "\"密\\u0007\"", "{\"a\":[{\"b\":\"\\ud83d\\ude00!\"}]}", "\"\\\\u0000\""
            })
    void textIsSound(String json) {
        assertThat(SoundText.everywhere(Json.parse(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u0000\"",
                "\"a\\ud800\"",
                "\"\\ude00\\ud83d\"",
                "\"\\ud83d\\ud83d\\ude00\"",
                "{\"a\":[{\"b\":\"\\u0000\"}]}",
                "{\"a\\u0000\":1}",
                "[[\"\\udfff!\"]]"
            })
    void nulAndHalvesOfPairsAreNot(String json) {
        assertThat(SoundText.everywhere(Json.parse(json))).isFalse();
    }
}
