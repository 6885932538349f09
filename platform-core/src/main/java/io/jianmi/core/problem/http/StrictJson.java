package io.jianmi.core.problem.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jianmi.core.json.Json;
import io.quarkus.arc.All;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** HTTP bodies are read and written by the one strict mapper, with times as RFC 3339 text. */
public class StrictJson {

    @Produces
    @Singleton
    ObjectMapper mapper(@All List<ObjectMapperCustomizer> customizers) {
        ObjectMapper mapper = Json.MAPPER.copy();
        customizers.stream().sorted().forEach(customizer -> customizer.customize(mapper));
        return mapper;
    }
}
