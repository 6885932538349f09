package io.jianmi.form.field.region;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** The codes of provinces, cities and counties (GB/T 2260), from the file that is also published to browsers with their names. */
final class Divisions {

    private static final String LOCATION = "/META-INF/resources/regions/china.json";

    private final Set<String> codes;

    private Divisions(Set<String> codes) {
        this.codes = Set.copyOf(codes);
    }

    static Divisions load() {
        try (InputStream in = Divisions.class.getResourceAsStream(LOCATION)) {
            if (in == null) {
                throw new IllegalStateException("the divisions are part of the module");
            }
            JsonNode divisions = Json.MAPPER.readTree(in).path("divisions");
            Set<String> codes = new HashSet<>();
            divisions.fieldNames().forEachRemaining(codes::add);
            return new Divisions(codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String code) {
        return codes.contains(code);
    }
}
