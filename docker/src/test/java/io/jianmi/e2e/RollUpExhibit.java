package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Exhibit.Source;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import io.jianmi.form.testing.ReferenceModel.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record that adds up those that point at it: of three people, each seen by different groups, with numbers in every state. What each
 * person may add up is worked out here row by row.
 */
final class RollUpExhibit {

    private static final List<String> OWNERS = List.of("sam", "rick", "sue");
    private static final Set<String> NUMBERS = new LinkedHashSet<>(List.of("n0", "n1", "n2", "n3", "n4"));

    /** No sum of some of these is the end of another. */
    private static final List<Long> FACTORS = List.of(31_415L, 27_182L, 16_180L, 14_142L, 17_320L);

    /** What a roll-up computes with, by its key; the first is what it adds up, "" when it counts. */
    private static final Map<String, List<String>> READS = reads();

    private final Api api;
    private final String key = Integer.toString(Installation.number(), 36);
    private final String whole;
    private final String parts;

    RollUpExhibit(Api api) {
        this.api = api;
        this.whole = api.site().formPath(MatrixExhibits.APP, "whole-" + key);
        this.parts = api.site().formPath(MatrixExhibits.APP, "part-" + key);
    }

    private static Map<String, List<String>> reads() {
        Map<String, List<String>> reads = new LinkedHashMap<>();
        reads.put("rows", List.of("", "whole"));
        reads.put("others", List.of("", "other1"));
        NUMBERS.forEach(number -> reads.put("sum" + number, List.of(number, "whole")));
        reads.put("chosen", List.of("n3", "whole", "n2"));
        return reads;
    }

    Exhibit exhibit() {
        // Each names the other: the one that points may be published beside a draft.
        api.put("designer", whole + "/draft", definition()).orFail("drafting");
        DerivedForms.publish(api, parts, parts());
        DerivedForms.publish(api, whole, definition());
        String id = api.post(
                        "admin",
                        whole + "/records",
                        Map.of("data", Map.of("lines", List.of(Map.of("n", "12345"), Map.of("n", "-1")))))
                .orFail("the whole")
                .body()
                .path("id")
                .asText();
        OWNERS.forEach(owner -> part(owner, id));

        JsonNode definition = api.get("designer", whole).orFail("the form").body();
        Map<String, String> levels = Exhibit.levels(definition);
        Map<String, List<Group>> own = DerivedForms.groups(definition);
        Map<String, Row> rows = DerivedForms.rows(own);
        JsonNode there = api.get("designer", parts).orFail("the parts").body();
        Map<String, List<Group>> groups = MatrixExhibits.groups(there);
        ReferenceModel model = new ReferenceModel(Exhibit.levels(there));
        Map<String, JsonNode> values = new LinkedHashMap<>();
        READS.forEach((field, reads) -> values.put(field, total(reads.get(0), OWNERS)));
        values.put("lined", DerivedExhibits.text("12345"));
        Exhibit.Derived derived = (person, action, field) -> {
            if (field.equals("lined")) {
                boolean reads = DerivedForms.readable(new ReferenceModel(levels), own, rows, person, action, "lines");
                return reads
                        ? Optional.of(new Source(State.READ, DerivedExhibits.text("12345")))
                        : DerivedExhibits.hidden();
            }
            return Optional.ofNullable(READS.get(field))
                    .flatMap(reads -> rolledUp(model, groups.getOrDefault(person, List.of()), person, action, reads));
        };
        Exhibit.Plan plan = new Exhibit.Plan(whole, levels, own, Map.of(), Set.of(), values.keySet());
        return new Exhibit("adds up", plan, id, "submitted", false, rows, Map.of(), values, derived);
    }

    /** "Counts and sums only rows that the reader may see, and is absent when he may not read the field in the clear." */
    private static Optional<Source> rolledUp(
            ReferenceModel model, List<Group> groups, String person, String action, List<String> reads) {
        List<Group> his = groups.stream()
                .filter(group -> !DerivedForms.LEAVING.contains(action)
                        || group.actions().contains(action))
                .toList();
        List<String> counted = new ArrayList<>(OWNERS);
        for (String field : reads) {
            if (field.isEmpty()) {
                continue;
            }
            Set<String> keys = new HashSet<>(model.reading(his, field));
            if (keys.isEmpty()) {
                return DerivedExhibits.hidden();
            }
            counted.removeIf(owner ->
                    !model.computes(his, MatrixExhibits.rows(owner).getOrDefault(person, Row.scoped()), keys, field));
        }
        return Optional.of(new Source(State.READ, total(reads.get(0), counted)));
    }

    private static JsonNode total(String number, List<String> owners) {
        if (number.isEmpty()) {
            return DerivedExhibits.text(Integer.toString(owners.size()));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String owner : owners) {
            sum = sum.add(number(number, owner));
        }
        return DerivedExhibits.text(sum.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    }

    private static BigDecimal number(String field, String owner) {
        return BigDecimal.valueOf((OWNERS.indexOf(owner) + 1) * FACTORS.get(field.charAt(1) - '0'));
    }

    private void part(String owner, String id) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("whole", id, "other1", id));
        data.put("owner", new MatrixExhibits(api).member(owner).path("id").asText());
        NUMBERS.forEach(number -> data.put(number, number(number, owner).toPlainString()));
        api.post("admin", parts + "/records", Map.of("data", data)).orFail("a part");
    }

    private Map<String, Object> definition() {
        List<Object> fields = new ArrayList<>();
        fields.add(Map.of(
                "key", "lines",
                "type", "subform",
                "title", "行",
                "fields", List.of(Map.of("key", "n", "type", "number", "title", "数"))));
        fields.add(Map.of(
                "key", "lined",
                "type", "roll-up",
                "title", "行合计",
                "of", "lines",
                "aggregate", "sum",
                "field", "n",
                "filter", "n > 0"));
        READS.forEach((field, reads) -> fields.add(rollUp(field, reads)));
        Map<String, String> half = new LinkedHashMap<>(Map.of("*", "read", "lines", "masked"));
        half.put("sumn3", "hidden");
        half.put("sumn4", "masked");
        return DerivedForms.definition("whole-" + key, fields, half, Map.of("*", "read", "lines", "hidden"));
    }

    private Map<String, Object> rollUp(String field, List<String> reads) {
        Map<String, Object> rollUp = new LinkedHashMap<>(
                Map.of("key", field, "type", "roll-up", "title", "汇总", "of", "part-" + key + "." + reads.get(1)));
        rollUp.put("aggregate", reads.get(0).isEmpty() ? "count" : "sum");
        if (!reads.get(0).isEmpty()) {
            rollUp.put("field", reads.get(0));
        }
        if (reads.size() > 2) {
            rollUp.put("filter", reads.get(2) + " > 0");
        }
        return rollUp;
    }

    private Map<String, Object> parts() {
        Set<String> stated = new LinkedHashSet<>(NUMBERS);
        stated.add("other1");
        List<Object> fields = new ArrayList<>();
        for (String relation : List.of("whole", "other1")) {
            fields.add(Map.of("key", relation, "type", "relation", "title", "整体", "form", "whole-" + key));
        }
        fields.add(Map.of("key", "owner", "type", "member", "title", "负责人"));
        NUMBERS.forEach(number -> fields.add(Map.of("key", number, "type", "number", "title", "数", "scale", 2)));
        return Map.of(
                "kind",
                "form",
                "key",
                "part-" + key,
                "title",
                "部分",
                "fields",
                fields,
                "permissionGroups",
                MatrixExhibits.groupsOn(stated, List.of("owner", "whole")));
    }
}
