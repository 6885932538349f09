package io.jianmi.core.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Published test vectors of this module's test resources. */
public final class Vectors {

    private Vectors() {}

    /** @param name file name in {@code vectors/} without its ending */
    public static JsonNode read(String name) {
        try (InputStream file = Vectors.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
