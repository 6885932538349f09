package io.jianmi.form.field.geo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Structure;
import io.jianmi.form.field.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place, {@code {"lat","lng","title"}}: degrees to the centimetre, and the name that the map gives it. Says where somebody is. */
public final class GeoType implements Structure {

    /** 0.0000001° is about a centimetre; finer is noise of the receiver. */
    private static final int DIGITS = 7;

    private static final int MAX_TITLE = 300;
    private static final List<String> PARTS = List.of("lat", "lng", "title");
    private static final Type TYPE = Type.context(
            Names.none().part("lat", Type.NUMBER).part("lng", Type.NUMBER).part("title", Type.STRING));

    @Override
    public String key() {
        return "geo";
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        if (!in.isObject() || !in.properties().stream().allMatch(part -> PARTS.contains(part.getKey()))) {
            report.error("field.type", Map.of("expected", "geo"));
            return Optional.empty();
        }
        int before = report.findings().size();
        JsonNode lat = degrees(in.path("lat"), 90, report.child("lat"));
        JsonNode lng = degrees(in.path("lng"), 180, report.child("lng"));
        Optional<JsonNode> title = in.hasNonNull("title")
                ? Texts.read(in.get("title"), MAX_TITLE, false, report.child("title"))
                : Optional.empty();
        if (lat == null || lng == null || report.findings().size() > before) {
            return Optional.empty();
        }
        ObjectNode place = Json.NODES.objectNode();
        place.set("lat", lat);
        place.set("lng", lng);
        title.filter(JsonNode::isTextual).ifPresent(text -> place.set("title", text));
        return Optional.of(place);
    }

    private static @Nullable JsonNode degrees(JsonNode in, int most, Report report) {
        if (!in.isNumber()) {
            report.error("field.type", Map.of("expected", "number"));
            return null;
        }
        BigDecimal number = in.decimalValue();
        if (number.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            report.error("field.geo-range", Map.of("most", most));
            return null;
        }
        return Json.parse(number.setScale(DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString());
    }

    @Override
    public List<String> parts() {
        return PARTS;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return TYPE;
    }

    @Override
    public Sensitivity leastLevel() {
        return Sensitivity.SENSITIVE;
    }
}
