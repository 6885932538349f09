package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.OutputStream;

/** One object: the records as the API gives them, then who took them out. */
final class JsonWriter implements SheetWriter {

    private final JsonGenerator json;

    JsonWriter(OutputStream out) throws IOException {
        json = Json.MAPPER.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeArrayFieldStart("items");
    }

    @Override
    public void record(JsonNode record) throws IOException {
        json.writeTree(record);
    }

    @Override
    public void end(Watermark watermark) throws IOException {
        json.writeEndArray();
        json.writeObjectFieldStart("watermark");
        json.writeStringField("name", watermark.name());
        json.writeStringField("id", watermark.id());
        json.writeStringField("at", watermark.at().toString());
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }
}
