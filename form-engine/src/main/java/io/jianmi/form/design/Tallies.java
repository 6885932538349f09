package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What became of the values of all fields so far: numbers, codes and ids, never a value. */
record Tallies(Map<String, RowMoves.Tally> fields) {

    static final Tallies NONE = new Tallies(Map.of());

    Tallies {
        fields = Map.copyOf(fields);
    }

    Tallies and(RowMoves.Batch batch) {
        Map<String, RowMoves.Tally> all = new HashMap<>(fields);
        batch.fields().forEach((field, more) -> all.merge(field, more, RowMoves.Tally::plus));
        return new Tallies(all);
    }

    /** The same of what failed only: what changed since it was counted is counted by its first time. */
    Tallies andFailed(RowMoves.Batch batch) {
        Map<String, RowMoves.Tally> all = new HashMap<>(fields);
        batch.fields()
                .forEach((field, more) -> all.merge(
                        field, new RowMoves.Tally(0, 0, 0, more.failed(), more.records()), RowMoves.Tally::plus));
        return new Tallies(all);
    }

    /** A finding for each field that loses its marks, and for each of which something cannot be converted; that blocks unless that may be left behind. */
    List<Finding> findings(CompiledForm form, Set<String> leaving) {
        List<Finding> findings = new ArrayList<>();
        new TreeMap<>(fields).forEach((field, tally) -> {
            long failed = failed(tally);
            String pointer = form.find(field)
                    .map(CompiledField::definition)
                    .map(definition -> definition.pointer() + "/type")
                    .orElse("/fields");
            if (tally.reduced() > 0) {
                findings.add(Finding.warning(
                        "field.marks-dropped", pointer, Map.of("field", field, "count", tally.reduced())));
            }
            if (failed > 0) {
                Map<String, Object> params = Map.of("field", field, "count", failed, "codes", codes(tally));
                findings.add(
                        leaving.contains(field)
                                ? Finding.warning("field.values-left", pointer, params)
                                : Finding.error("field.conversion-failed", pointer, params));
            }
        });
        return findings;
    }

    private static String codes(RowMoves.Tally tally) {
        return String.join(", ", new TreeMap<>(tally.failed()).keySet());
    }

    private static long failed(RowMoves.Tally tally) {
        return tally.failed().values().stream().mapToLong(Long::longValue).sum();
    }

    /** As answers show it. */
    ArrayNode view() {
        ArrayNode view = Json.NODES.arrayNode();
        new TreeMap<>(fields).forEach((field, tally) -> {
            ObjectNode one = view.addObject()
                    .put("field", field)
                    .put("converted", tally.converted())
                    .put("empty", tally.empty())
                    .put("failed", failed(tally));
            if (tally.reduced() > 0) {
                one.put("reduced", tally.reduced());
            }
            ObjectNode codes = one.putObject("codes");
            new TreeMap<>(tally.failed()).forEach(codes::put);
            ArrayNode records = one.putArray("records");
            tally.records().forEach(record -> records.add(record.toString()));
        });
        return view;
    }

    static Tallies read(JsonNode view) {
        Map<String, RowMoves.Tally> fields = new LinkedHashMap<>();
        for (JsonNode one : view) {
            Map<String, Long> failed = new HashMap<>();
            one.path("codes")
                    .properties()
                    .forEach(code -> failed.put(code.getKey(), code.getValue().asLong()));
            List<UUID> records = new ArrayList<>();
            one.path("records").forEach(record -> records.add(UUID.fromString(record.asText())));
            fields.put(
                    one.path("field").asText(),
                    new RowMoves.Tally(
                            one.path("converted").asLong(),
                            one.path("reduced").asLong(),
                            one.path("empty").asLong(),
                            failed,
                            records));
        }
        return new Tallies(fields);
    }
}
