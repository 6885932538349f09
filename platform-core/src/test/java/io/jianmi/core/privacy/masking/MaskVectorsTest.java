package io.jianmi.core.privacy.masking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.testing.Vectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MaskVectorsTest {

    /** Vectors with a null are about callers: an absent value stays absent and meets no mask. */
    static Stream<Arguments> vectors() {
        return StreamSupport.stream(Vectors.read("masking").required("vectors").spliterator(), false)
                .filter(vector -> !vector.required("in").isNull())
                .map(vector -> Arguments.of(
                        text(vector, "id"), text(vector, "type"), text(vector, "in"), text(vector, "out")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("vectors")
    void showsWhatTheVectorSays(String id, String type, String in, String out) {
        Masker masker = Maskers.builtIn().find(new MaskId(type)).orElseThrow();

        assertThat(masker.mask(in)).as(id).isEqualTo(out);
    }

    private static String text(JsonNode vector, String name) {
        return vector.required(name).textValue();
    }
}
