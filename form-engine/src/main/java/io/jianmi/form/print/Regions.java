package io.jianmi.form.print;

import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Names of the divisions of China (GB/T 2260), from the file that is published to browsers. */
final class Regions {

    private static final String LOCATION = "/META-INF/resources/regions/china.json";

    private Regions() {}

    /** By code; read anew by each print that shows a division, since few do. */
    static Map<String, String> names() {
        try (InputStream in = Regions.class.getResourceAsStream(LOCATION)) {
            if (in == null) {
                throw new IllegalStateException("the divisions are part of the module");
            }
            Map<String, String> names = new HashMap<>();
            Json.MAPPER
                    .readTree(in)
                    .path("divisions")
                    .properties()
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue().asText()));
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
