package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A generated form: five fields of each level, one of them rich text, and groups of different actions that give each field each state. Group by group the states
 * are shifted by one, so that every state meets every level under every list of actions.
 */
final class MatrixExhibits {

    static final String APP = "matrix";
    static final String FORM = "matrix";

    private static final List<String> LEVELS = List.of("public", "internal", "personal", "sensitive", "secret");
    static final List<String> STATES = List.of("hidden", "masked", "reveal", "read", "edit");

    /** Role, actions, whether it speaks on its member's own rows only. */
    record Kind(String key, String role, List<String> actions, boolean own) {}

    static final List<Kind> KINDS = List.of(
            new Kind("sales", "sales", List.of("create", "read", "update", "print", "duplicates"), true),
            new Kind(
                    "managers",
                    "sales-manager",
                    List.of("read", "search", "update", "export", "print", "duplicates"),
                    false),
            new Kind("directors", "sales-director", List.of("read", "delete", "restore", "print"), false),
            new Kind("risk", "risk", List.of("read"), false),
            new Kind("risk-own", "risk", List.of("read", "update", "export", "import"), true),
            new Kind("finance", "finance", List.of("create"), false),
            new Kind("desk", "dpo", List.of("create", "search", "duplicates"), false));

    private static final Map<String, Object> RISK = Map.of("roles", List.of("risk"));

    private static final Map<String, List<String>> ROLES = Map.of(
            "sam", List.of("sales"),
            "sue", List.of("sales"),
            "mia", List.of("sales-manager"),
            "max", List.of("sales-manager"),
            "dina", List.of("sales-director"),
            "rick", List.of("risk"),
            "rose", List.of("risk"),
            "fay", List.of("finance"),
            "paul", List.of("dpo"),
            "admin", List.of("admin"));

    private final Api api;
    private final String form;

    MatrixExhibits(Api api) {
        this.api = api;
        this.form = api.site().formPath(APP, FORM);
    }

    List<Exhibit> all() {
        publish();
        return List.of(exhibit("sam"), exhibit("rick"), exhibit("sue"));
    }

    /** Sam's record with more people who look at it, and one that lies in the bin. */
    List<Exhibit> joinedBy(UnaryOperator<Exhibit> more) {
        publish();
        Exhibit binned = exhibit("sam");
        api.delete("admin", binned.record(), "If-Match", "\"1\"").orFail("deleting");
        return List.of(more.apply(exhibit("sam")), more.apply(binned).binned());
    }

    /**
     * Sam's record, shared with people some of whose groups speak on their own rows only: with Sue for whom it is the only road to it, with
     * Rick and Rose for whom one more group speaks on it; and one that lies in the bin meanwhile.
     */
    List<Exhibit> shared() {
        publish();
        List<String> receivers = List.of("sue", "rick", "rose", "mia");
        Exhibit submitted = exhibit("sam");
        receivers.forEach(person -> share(submitted, person));
        Exhibit binned = exhibit("sam");
        receivers.forEach(person -> share(binned, person));
        api.delete("admin", binned.record(), "If-Match", "\"1\"").orFail("deleting");
        return List.of(submitted.received(receivers), binned.binned());
    }

    /** Sam's record, shared with others, whose person's data was restricted since. */
    Exhibit restricted() {
        publish();
        Exhibit what = exhibit("sam");
        share(what, "sue");
        String subject;
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            subject = sql.texts(
                            "select subject_id::text from " + sql.formTable("demo", FORM) + " where id = ?::uuid",
                            what.id())
                    .get(0);
        }
        api.send("POST", "paul", api.site().tenantPath() + "/privacy/subjects/" + subject + "/restrict", null)
                .orFail("restricting");
        return what.restricted();
    }

    void share(Exhibit what, String person) {
        Map<String, String> terms = Map.of("member", member(person).path("id").asText());
        api.post("admin", what.record() + "/shares", terms).orFail("sharing");
    }

    /** Publishes it, once per installation. */
    void publish() {
        String apps = api.site().tenantPath() + "/apps";
        if (api.get("designer", apps + "/" + APP).status() == 404) {
            api.post("designer", apps, Map.of("key", APP, "title", "矩阵")).orFail("making the app");
        }
        if (api.get("admin", form).status() == 404) {
            api.put("designer", form + "/draft", definition()).orFail("drafting");
            api.post("designer", form + "/publish", "{}").orFail("publishing");
        }
    }

    Exhibit exhibit(String owner) {
        String number = Integer.toString(Installation.number(), 36);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        fields().forEach(field -> values.put(field, TextNode.valueOf(value(field, number))));
        Map<String, Object> data = new LinkedHashMap<>(values);
        data.put("owner", member(owner).path("id").asText());
        JsonNode made = api.post("admin", form + "/records", Map.of("data", data))
                .orFail("creating")
                .body();
        values.put("owner", made.at("/data/owner"));
        JsonNode definition = api.get("designer", form).orFail("the form").body();
        Map<String, List<Group>> groups = groups(definition);
        Map<String, Row> rows = rows(owner);
        Exhibit.Plan plan = new Exhibit.Plan(form, Exhibit.levels(definition), groups, Map.of(), indexed(), Set.of());
        return new Exhibit(
                owner + "'s",
                plan,
                made.path("id").asText(),
                "submitted",
                false,
                rows,
                Map.of(),
                values,
                Exhibit.Derived.NONE);
    }

    /** The groups of everybody on a form whose groups are of these kinds. */
    static Map<String, List<Group>> groups(JsonNode definition) {
        Map<String, Group> byKey = ReferenceModel.groups(definition);
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        ROLES.forEach((person, roles) -> {
            List<Group> his = new ArrayList<>(
                    kinds(roles).map(kind -> byKey.get(kind.key())).toList());
            if (person.equals("admin")) {
                his.add(byKey.get("admin"));
            }
            groups.put(person, his);
        });
        return groups;
    }

    static String value(String field, String number) {
        return rich(field) ? "<p><em>" + field + "</em>值" + number + "</p>" : field + "值" + number;
    }

    private static boolean rich(String field) {
        return field.endsWith("4");
    }

    /** What everybody's groups have to do with a record of such a form. */
    static Map<String, Row> rows(String owner) {
        Map<String, Row> rows = new LinkedHashMap<>();
        ROLES.forEach((person, roles) -> {
            List<String> here = new ArrayList<>(kinds(roles)
                    .filter(kind -> !kind.own() || person.equals(owner))
                    .map(Kind::key)
                    .toList());
            if (person.equals("admin")) {
                here.add("admin");
            }
            rows.put(person, Row.scoped(here.toArray(String[]::new)));
        });
        return rows;
    }

    private static Stream<Kind> kinds(List<String> roles) {
        return KINDS.stream().filter(kind -> roles.contains(kind.role()));
    }

    JsonNode member(String name) {
        for (JsonNode member : api.get("admin", api.site().tenantPath() + "/members?limit=200")
                .body()
                .path("items")) {
            if (member.path("username").asText(member.path("name").asText()).equals(name)) {
                return member;
            }
        }
        throw new AssertionError("no member " + name);
    }

    private static Set<String> fields() {
        return fields(LEVELS);
    }

    static Set<String> fields(List<String> levels) {
        Set<String> fields = new LinkedHashSet<>();
        levels.forEach(level -> STATES.forEach(state -> fields.add(level + STATES.indexOf(state))));
        return fields;
    }

    private static Set<String> indexed() {
        return indexed(fields());
    }

    static Set<String> indexed(Set<String> fields) {
        Set<String> indexed = new LinkedHashSet<>(fields);
        indexed.removeIf(field -> rich(field) || !field.startsWith("personal") && !field.startsWith("sensitive"));
        return indexed;
    }

    private static Map<String, Object> definition() {
        List<Object> fields = new ArrayList<>();
        fields().forEach(field -> fields.add(field(field)));
        fields.add(Map.of("key", "owner", "type", "member", "title", "负责人"));
        List<Object> groups = groupsOn(fields(), List.of("owner"));
        Map<String, Object> definition = new LinkedHashMap<>(
                Map.of("kind", "form", "key", FORM, "title", "矩阵", "fields", fields, "permissionGroups", groups));
        List<String> asked =
                fields().stream().filter(field -> !field.startsWith("secret")).toList();
        definition.put("public", Map.of("enabled", true, "captcha", false, "notice", "只是试验", "fields", asked));
        return definition;
    }

    /**
     * Groups of all kinds.
     *
     * @param fields end in a digit that says which state they begin with
     * @param read what each group reads
     */
    static List<Object> groupsOn(Set<String> fields, List<String> read) {
        List<Object> groups = new ArrayList<>();
        for (Kind kind : KINDS) {
            groups.add(group(kind, groups.size(), fields, read));
        }
        groups.add(Map.of(
                "key", "admin",
                "title", "admin",
                "members", Map.of("roles", List.of("admin")),
                "actions", List.of("create", "read", "update", "delete", "restore", "search", "share"),
                "fields", Map.of("*", "edit")));
        return groups;
    }

    static Map<String, Object> field(String key) {
        String level = key.substring(0, key.length() - 1);
        Map<String, Object> tag = new LinkedHashMap<>(Map.of("level", level));
        if (level.equals("public")) {
            tag.put("waiver", "made up");
        }
        if (!level.equals("public") && !level.equals("internal")) {
            tag.put("kind", "trade");
            tag.put("purposes", List.of("contract"));
        }
        if (indexed().contains(key)) {
            tag.put("search", List.of("exact"));
        }
        String type = rich(key) ? "rich-text" : "text";
        return Map.of("key", key, "type", type, "title", "项", "maxLength", 64, "sensitivity", tag);
    }

    private static Map<String, Object> group(Kind kind, int shift, Set<String> fields, List<String> read) {
        Map<String, String> states = new LinkedHashMap<>();
        for (String field : fields) {
            int state = Character.digit(field.charAt(field.length() - 1), 10);
            states.put(field, STATES.get((state + shift) % STATES.size()));
        }
        read.forEach(field -> states.put(field, "read"));
        Map<String, Object> group = new LinkedHashMap<>(Map.of(
                "key", kind.key(),
                "title", kind.key(),
                "members", Map.of("roles", List.of(kind.role())),
                "actions", kind.actions(),
                "fields", states,
                "reveal", Map.of("purposes", List.of("contract"), "minutes", 5)));
        if (kind.own()) {
            group.put("scope", "owner = user.id");
        }
        if (kind.key().equals("sales")) {
            group.put("reveal", Map.of("purposes", List.of("contract"), "minutes", 5, "approvedBy", RISK));
        }
        return group;
    }
}
