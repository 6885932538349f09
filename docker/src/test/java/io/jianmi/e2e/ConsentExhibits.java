package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.bench.site.Api;
import io.jianmi.form.testing.ReferenceModel.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form like that of {@link MatrixExhibits} whose fields rest on a consent, and a record of which it was refused. */
final class ConsentExhibits {

    private static final String FORM = "resting";
    private static final Set<String> FIELDS = MatrixExhibits.fields(List.of("internal", "personal", "sensitive"));

    private final Api api;
    private final String form;
    private final MatrixExhibits matrix;

    ConsentExhibits(Api api) {
        this.api = api;
        this.form = api.site().formPath(MatrixExhibits.APP, FORM);
        this.matrix = new MatrixExhibits(api);
    }

    List<Exhibit> all() {
        matrix.publish();
        if (api.get("admin", form).status() == 404) {
            DerivedForms.publish(api, form, definition());
        }
        Exhibit refused = exhibit("sam").withdrawing(FIELDS);
        List<String> receivers = List.of("sue", "rick");
        receivers.forEach(person -> matrix.share(refused, person));
        return List.of(refused.received(receivers));
    }

    private Exhibit exhibit(String owner) {
        String number = Integer.toString(Installation.number(), 36);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, TextNode.valueOf(MatrixExhibits.value(field, number))));
        Map<String, Object> data = new LinkedHashMap<>(values);
        data.put("owner", matrix.member(owner).path("id").asText());
        data.put("agreed", Map.of("notice", "v1", "given", List.of()));
        JsonNode made = api.post("admin", form + "/records", Map.of("data", data))
                .orFail("creating")
                .body();
        values.put("owner", made.at("/data/owner"));
        JsonNode definition = api.get("designer", form).orFail("the form").body();
        Map<String, List<Group>> groups = MatrixExhibits.groups(definition);
        return new Exhibit(
                owner + "'s",
                new Exhibit.Plan(
                        form, Exhibit.levels(definition), groups, Map.of(), MatrixExhibits.indexed(FIELDS), Set.of()),
                made.path("id").asText(),
                "submitted",
                false,
                MatrixExhibits.rows(owner),
                Map.of(),
                values,
                Exhibit.Derived.NONE);
    }

    private static Map<String, Object> definition() {
        List<Object> fields = new ArrayList<>();
        FIELDS.forEach(field -> fields.add(resting(MatrixExhibits.field(field))));
        fields.add(Map.of("key", "owner", "type", "member", "title", "负责人"));
        fields.add(Map.of(
                "key", "agreed", "type", "consent", "title", "同意", "notice", "v1", "purposes", List.of("contract")));
        List<Object> groups = MatrixExhibits.groupsOn(new LinkedHashSet<>(FIELDS), List.of("owner", "agreed"));
        return Map.of("kind", "form", "key", FORM, "title", "凭同意", "fields", fields, "permissionGroups", groups);
    }

    @SuppressWarnings("unchecked") // the tag of a field is an object
    private static Map<String, Object> resting(Map<String, Object> field) {
        Map<String, Object> tag = new LinkedHashMap<>((Map<String, Object>) field.get("sensitivity"));
        tag.put("lawfulBasis", "consent");
        tag.put("purposes", List.of("contract"));
        Map<String, Object> resting = new LinkedHashMap<>(field);
        resting.put("sensitivity", tag);
        return resting;
    }
}
