package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Rule;
import io.jianmi.e2e.Channel.Told;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All channels by which a field can leave. A new one is a line here. */
final class Channels {

    static final List<Channel> ALL = List.of(
            new Channel("record", Rule.PAGE, (api, who, what) -> shown(api.get(who, what.record()), what, "/data")),
            new Channel("list", Rule.RECORD, (api, who, what) -> shown(list(api, who, what), what, "/items/0/data")),
            new Channel("shared list", Rule.RECORD, Channels::sharedList),
            new Channel("record, looked at as", Rule.SIMULATED, SimulationChannel::record),
            new Channel("list, looked at as", Rule.SIMULATED, SimulationChannel::list),
            new Channel("history", Rule.RECORD, Channels::history),
            new Channel(
                    "comments",
                    Rule.TALKS,
                    (api, who, what) -> nothing(api.get(who, what.record() + "/comments"), what)),
            new Channel("comment", Rule.TALKS, Channels::comment),
            new Channel("file of a comment", Rule.TALKS, CommentFileChannel::told),
            new Channel(
                    "shares", Rule.TALKS, (api, who, what) -> nothing(api.get(who, what.record() + "/shares"), what)),
            new Channel(
                    "looks", Rule.NOTHING, (api, who, what) -> nothing(api.get(who, what.record() + "/looks"), what)),
            new Channel(
                    "related lists",
                    Rule.NOTHING,
                    (api, who, what) -> nothing(api.get(who, what.form() + "/related"), what)),
            new Channel(
                    "timeline",
                    Rule.NOTHING,
                    (api, who, what) -> nothing(api.get(who, what.record() + "/workflow"), what)),
            new Channel(
                    "chart",
                    Rule.NOTHING,
                    (api, who, what) -> nothing(api.get(who, what.record() + "/workflow/chart"), what)),
            new Channel(
                    "certificate",
                    Rule.NOTHING,
                    (api, who, what) -> nothing(api.get(who, what.record() + "/workflow/certificate"), what)),
            new Channel("task", Rule.TASK, (api, who, what) -> task(api, who, what, "/record/data")),
            new Channel("task definition", Rule.NOTHING, Channels::taskDefinition),
            new Channel("changed since seen", Rule.DIFFERENCES, Channels::differences),
            new Channel("inbox", Rule.TITLE, Channels::inbox),
            new Channel("relation", Rule.TITLE, Channels::relation),
            new Channel("notification", Rule.TITLE, NotificationChannel::told),
            new Channel("told text", Rule.TELLS, ToldTexts::shown),
            new Channel("started workflow", Rule.TITLE, StartedChannel::told),
            new Channel("approvals", Rule.NOTHING, ApprovalChannel::listed),
            new Channel("approval", Rule.NOTHING, ApprovalChannel::shown),
            new Channel("definition", Rule.DEFINITION, Channels::definition),
            new Channel("old definition", Rule.DEFINITION, Channels::oldDefinition),
            new Channel("views", Rule.VIEWS, ViewChannels::told),
            new Channel("saving views", Rule.KEEPS, ViewChannels::saved),
            new Channel(
                    "filter",
                    Rule.COMPUTES,
                    (api, who, what) -> oneByOne(what, who, field -> filter(api, who, what, field))),
            new Channel(
                    "nested filter",
                    Rule.COMPUTES,
                    (api, who, what) -> oneByOne(what, who, field -> nested(api, who, what, field))),
            new Channel("figures", Rule.COMPUTES, DashboardChannels::grouped),
            new Channel("dashboard", Rule.BOARD, DashboardChannels::listed),
            new Channel("search", Rule.SEARCHES, Channels::search),
            new Channel("search everywhere", Rule.FINDS, SearchChannel::found),
            new Channel("found everywhere", Rule.NOTHING, SearchChannel::shown),
            new Channel("duplicates", Rule.DUPLICATES, Channels::duplicates),
            new Channel(
                    "sort", Rule.ORDERS, (api, who, what) -> oneByOne(what, who, field -> sort(api, who, what, field))),
            new Channel(
                    "reveal",
                    Rule.REVEALS,
                    (api, who, what) -> oneByOne(what, who, field -> reveal(api, who, what, field))),
            new Channel("public form", Rule.NOTHING, PublicChannel::told),
            new Channel("create", Rule.ENTERS, Channels::create),
            new Channel("compute", Rule.ENTERS, Channels::compute),
            new Channel("update", Rule.CHANGES, (api, who, what) -> change(api, who, what, value -> value)),
            new Channel(
                    "replace",
                    Rule.REPLACES,
                    (api, who, what) -> change(api, who, what, value -> Map.of("replace", value))),
            new Channel("batch update", Rule.CHANGES, (api, who, what) -> changeMany(api, who, what, value -> value)),
            new Channel(
                    "batch replace",
                    Rule.REPLACES,
                    (api, who, what) -> changeMany(api, who, what, value -> Map.of("replace", value))),
            new Channel("batch delete", Rule.NOTHING, (api, who, what) -> many(api, who, what, "batch-delete")),
            new Channel("batch restore", Rule.NOTHING, (api, who, what) -> many(api, who, what, "batch-restore")),
            new Channel("export", Rule.EXPORTS, ExchangeChannels::exported),
            new Channel("print", Rule.PRINTS, Paper::printed),
            new Channel("package", Rule.PACKS, RightsChannel::packed),
            new Channel("import errors", Rule.IMPORTS, ExchangeChannels::imported),
            new Channel("unique violation", Rule.NOTHING, Channels::duplicate),
            new Channel("rule findings", Rule.NOTHING, Channels::unruly),
            new Channel(
                    "audit entries",
                    Rule.NOTHING,
                    (api, who, what) -> nothing(api.get(who, audit(api) + "?limit=200"), what)),
            new Channel("entry in full", Rule.NOTHING, Channels::entry));

    private static final long FEW = 3;

    private Channels() {}

    static Map<String, Told> each(Exhibit what, Function<String, Told> ask) {
        Map<String, Told> told = new LinkedHashMap<>();
        what.values().keySet().forEach(field -> told.put(field, ask.apply(field)));
        return told;
    }

    /** A request per field; to somebody of no group all fields are alike, so a few do. */
    static Map<String, Told> oneByOne(Exhibit what, String who, Function<String, Told> ask) {
        Map<String, Told> told = new LinkedHashMap<>();
        what.values().keySet().stream()
                .limit(what.groupsOf(who).isEmpty() ? FEW : Long.MAX_VALUE)
                .forEach(field -> told.put(field, ask.apply(field)));
        return told;
    }

    private static Map<String, Told> shown(Api.Result answer, Exhibit what, String place) {
        return each(what, field -> Told.of(answer, answer.body().at(place).path(field)));
    }

    private static Map<String, Told> nothing(Api.Result answer, Exhibit what) {
        return each(what, field -> Told.of(answer, MissingNode.getInstance()));
    }

    private static Api.Result list(Api api, String who, Exhibit what) {
        return api.post(who, what.form() + "/records/query", Map.of("filter", is(what), "trashed", what.trashed()));
    }

    /** Shows the record as the list does to whom it is shared with, and is empty for everybody else. */
    private static Map<String, Told> sharedList(Api api, String who, Exhibit what) {
        Api.Result all = list(api, who, what);
        Api.Result shared = api.post(
                who,
                what.form() + "/records/query",
                Map.of("filter", is(what), "trashed", what.trashed(), "shared", true));
        boolean received = all.body().at("/items/0/shared").asBoolean();
        boolean there = !shared.body().at("/items/0").isMissingNode();
        if (shared.ok() == all.ok() && received == there) {
            return received ? shown(shared, what, "/items/0/data") : shown(all, what, "/items/0/data");
        }
        throw new IllegalStateException("shared list, " + who + ", " + what.name() + ": " + shared.text());
    }

    static Map<String, Object> is(Exhibit what) {
        return Map.of("field", "id", "op", "eq", "value", what.id());
    }

    /** What the newest change of each field led to. */
    private static Map<String, Told> history(Api api, String who, Exhibit what) {
        Api.Result answer = api.get(who, what.record() + "/history");
        Map<String, JsonNode> to = new HashMap<>();
        answer.body()
                .path("items")
                .forEach(item -> item.path("changes")
                        .forEach(change -> to.putIfAbsent(change.path("field").asText(), change.path("to"))));
        Map<String, Told> told = new LinkedHashMap<>();
        what.values().keySet().forEach(field -> {
            // What was never changed is nowhere; what was computed may have been changed along.
            boolean silent = answer.ok() && !to.containsKey(field);
            if (!silent) {
                told.put(field, Told.of(answer, to.getOrDefault(field, MissingNode.getInstance())));
            }
        });
        return told;
    }

    /** To the recycle bin nothing is added, whoever may look into it. */
    private static Map<String, Told> comment(Api api, String who, Exhibit what) {
        Api.Result answer = api.post(who, what.record() + "/comments", Map.of("text", "见" + what.name()));
        boolean binned = what.trashed() && answer.code().equals("comment.record-trashed");
        return each(
                what,
                field -> new Told(
                        Told.text(answer), Optional.empty(), answer.ok() || binned ? "" : answer.code(), answer.ok()));
    }

    private static Map<String, Told> task(Api api, String who, Exhibit what, String place) {
        Exhibit.TaskSeen seen = what.tasks().get(who);
        return seen == null ? Map.of() : shown(api.get(who, tasks(api) + "/" + seen.id()), what, place);
    }

    private static Map<String, Told> taskDefinition(Api api, String who, Exhibit what) {
        return task(api, who, what, "/no/values/here");
    }

    /** Whoever decides on the first version of a record that is at its second is told what differs. */
    private static Map<String, Told> differences(Api api, String who, Exhibit what) {
        Exhibit.TaskSeen seen = what.tasks().get(who);
        if (seen == null || !what.name().equals(CustomerExhibits.CHANGED_SINCE)) {
            return Map.of();
        }
        Api.Result answer = api.post(who, tasks(api) + "/" + seen.id() + "/approve", Map.of("seen", 1));
        if (!answer.code().equals("record.changed-since-seen")) {
            throw new AssertionError(answer.text());
        }
        Map<String, JsonNode> changes = new HashMap<>();
        answer.body()
                .path("changes")
                .forEach(change -> changes.put(change.path("field").asText(), change));
        Map<String, Told> told = new LinkedHashMap<>();
        CustomerExhibits.CHANGED_FIELDS.forEach(field ->
                told.put(field, Told.of(answer, changes.getOrDefault(field, MissingNode.getInstance()))));
        return told;
    }

    private static Map<String, Told> inbox(Api api, String who, Exhibit what) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (String box : List.of("todo", "done", "cc", "initiated")) {
            Api.Result answer = api.get(who, tasks(api) + "?box=" + box + "&record=" + what.id());
            JsonNode title = answer.body().at("/items/0/record/title");
            if (!title.isMissingNode()) {
                told.put("name", Told.of(answer, title));
            }
        }
        return told;
    }

    private static Map<String, Told> relation(Api api, String who, Exhibit what) {
        if (!what.form().equals(DemoCrm.CUSTOMER_FORM)) {
            return Map.of();
        }
        Api.Result answer = api.get(who, new Pointers(api).to(what.id())).orFail("reading what everybody reads");
        return Map.of("name", Told.of(answer, answer.body().at("/data/ref/title")));
    }

    private static Map<String, Told> definition(Api api, String who, Exhibit what) {
        return defined(api.get(who, what.form()), what);
    }

    private static Map<String, Told> oldDefinition(Api api, String who, Exhibit what) {
        return defined(api.get(who, what.form() + "/versions/1"), what);
    }

    /** A key may stand anywhere in a definition: among fields, in rules, in views, in the layout. */
    private static Map<String, Told> defined(Api.Result answer, Exhibit what) {
        return each(what, field -> {
            boolean named = answer.ok()
                    && (answer.text().contains("\"" + field + "\"")
                            || answer.text().matches("(?s).*\\b" + field + "\\b.*"));
            return new Told(Told.text(answer), Optional.empty(), answer.code(), named);
        });
    }

    private static Told filter(Api api, String who, Exhibit what, String field) {
        Map<String, Object> some = Map.of("field", field, "op", "isNotEmpty");
        return found(api, who, what, Map.of("filter", Map.of("and", List.of(is(what), some))));
    }

    /** Neither {@code not} nor {@code or} lets through what a plain comparison does not. */
    private static Told nested(Api api, String who, Exhibit what, String field) {
        Map<String, Object> none = Map.of("field", field, "op", "isEmpty");
        Map<String, Object> some = Map.of("field", field, "op", "isNotEmpty");
        Map<String, Object> either = Map.of("or", List.of(some, Map.of("and", List.of(none, some))));
        return found(api, who, what, Map.of("filter", Map.of("and", List.of(is(what), either))));
    }

    private static Map<String, Told> search(Api api, String who, Exhibit what) {
        Map<String, Told> told = new LinkedHashMap<>();
        what.indexed().forEach(field -> {
            Map<String, Object> exact = Map.of(
                    "field", field, "op", "eq", "value", what.value(field).asText());
            told.put(field, found(api, who, what, Map.of("filter", Map.of("and", List.of(is(what), exact)))));
        });
        return told;
    }

    /** Each question counts against the budget of its asker, so one level's fields do. */
    private static Map<String, Told> duplicates(Api api, String who, Exhibit what) {
        Map<String, Told> told = new LinkedHashMap<>();
        what.indexed().stream().filter(field -> !field.startsWith("sensitive")).forEach(field -> {
            Map<String, Object> data = Map.of(field, what.value(field).asText());
            Api.Result answer =
                    MinuteBudget.asked(() -> api.post(who, what.form() + "/records/duplicates", Map.of("data", data)));
            JsonNode records = answer.body().at("/items/0/records");
            JsonNode id = records.path(0).path("id");
            told.put(
                    field,
                    new Told(
                            Told.text(answer),
                            id.isMissingNode() ? Optional.empty() : Optional.of(id),
                            answer.ok()
                                    ? ""
                                    : answer.body().at("/errors/0/code").asText(answer.code()),
                            records.size() == 1));
        });
        return told;
    }

    private static Told sort(Api api, String who, Exhibit what, String field) {
        return found(api, who, what, Map.of("filter", is(what), "sort", List.of("-" + field)));
    }

    private static Told found(Api api, String who, Exhibit what, Map<String, Object> query) {
        Map<String, Object> asked = new LinkedHashMap<>(query);
        asked.put("trashed", what.trashed());
        Api.Result answer = MinuteBudget.asked(() -> api.post(who, what.form() + "/records/query", asked));
        String code = answer.ok() ? "" : answer.body().at("/errors/0/code").asText(answer.code());
        // The query's own words come back nowhere; the record's may.
        boolean there = what.id().equals(answer.body().at("/items/0/id").asText());
        return new Told(Told.text(answer), Optional.empty(), code, there);
    }

    /** Without a reason nothing opens and no budget is spent, yet the order of the refusals tells what is allowed. */
    private static Told reveal(Api api, String who, Exhibit what, String field) {
        Api.Result answer = api.post(
                who, what.record() + "/reveal", Map.of("fields", List.of(field), "purpose", "contract", "reason", ""));
        String code = answer.body().at("/errors/0/code").asText(answer.code());
        return new Told(Told.text(answer), Optional.empty(), code.isEmpty() ? answer.code() : code, answer.ok());
    }

    private static Map<String, Told> create(Api api, String who, Exhibit what) {
        return refusals(
                api.post(who, what.form() + "/records", Map.of("data", sent(what, value -> value, true))), what);
    }

    private static Map<String, Told> compute(Api api, String who, Exhibit what) {
        Api.Result answer =
                api.post(who, what.form() + "/records/compute", Map.of("data", sent(what, value -> value, true)));
        Map<String, String> codes = codes(answer.body().path("findings"));
        return each(what, field -> {
            JsonNode value = answer.body().path("data").path(field);
            return new Told(
                    Told.text(answer),
                    value.isMissingNode() ? Optional.empty() : Optional.of(value),
                    answer.ok() ? codes.getOrDefault(field, "") : answer.code(),
                    answer.ok());
        });
    }

    private static Map<String, Told> change(Api api, String who, Exhibit what, Function<Object, Object> wrapped) {
        String version = api.get("admin", what.record()).body().path("version").asText("1");
        return refusals(
                api.patch(
                        who,
                        what.record(),
                        Map.of("data", sent(what, wrapped, false)),
                        "If-Match",
                        "\"" + version + "\""),
                what);
    }

    private static Map<String, Told> changeMany(Api api, String who, Exhibit what, Function<Object, Object> wrapped) {
        return refusals(
                api.post(
                        who,
                        what.form() + "/records/batch-update",
                        Map.of("ids", List.of(what.id()), "data", sent(what, wrapped, false))),
                what);
    }

    /** With one that is none, so that nothing is done whatever is allowed. */
    private static Map<String, Told> many(Api api, String who, Exhibit what, String action) {
        List<String> ids = List.of(what.id(), HiddenOrMissingTest.MISSING);
        return nothing(api.post(who, what.form() + "/records/" + action, Map.of("ids", ids)), what);
    }

    /** Every field at once, and one that is none, so that nothing is stored whatever is allowed. */
    private static Map<String, Object> sent(Exhibit what, Function<Object, Object> wrapped, boolean creating) {
        Map<String, Object> data = new LinkedHashMap<>();
        what.values().forEach((field, value) -> data.put(field, wrapped.apply(creating ? "" : "x")));
        data.put("noSuchField", "x");
        return data;
    }

    private static Map<String, Told> refusals(Api.Result answer, Exhibit what) {
        Map<String, String> codes = codes(answer.body().path("errors"));
        return each(
                what,
                field -> new Told(
                        Told.text(answer),
                        Optional.empty(),
                        answer.code().equals("record.validation") ? codes.getOrDefault(field, "") : answer.code(),
                        answer.ok()));
    }

    private static Map<String, String> codes(JsonNode findings) {
        Map<String, String> codes = new HashMap<>();
        findings.forEach(finding -> codes.putIfAbsent(
                finding.path("pointer").asText().replaceFirst("^/data/", ""),
                finding.path("code").asText()));
        return codes;
    }

    /** Somebody types in what stands in this record already. */
    private static Map<String, Told> duplicate(Api api, String who, Exhibit what) {
        // Each answer counts against the budget of its asker, so one record does.
        if (!what.name().equals("changed")) {
            return Map.of();
        }
        Map<String, Object> data =
                Map.of("name", "重名", "mobile", what.value("mobile").asText());
        return nothing(api.post(who, what.form() + "/records", Map.of("data", data)), what);
    }

    private static Map<String, Told> unruly(Api api, String who, Exhibit what) {
        return nothing(
                api.patch(
                        who,
                        what.record(),
                        Map.of("data", Map.of("creditLimit", "-1.00", "level", "A")),
                        "If-Match",
                        "\"1\""),
                what);
    }

    private static Map<String, Told> entry(Api api, String who, Exhibit what) {
        String leaf = api.get("audra", audit(api) + "?limit=1&target=record/" + what.formKey() + "/" + what.id())
                .body()
                .at("/items/0/leaf")
                .asText();
        return leaf.isEmpty() ? Map.of() : nothing(api.get(who, audit(api) + "/" + leaf), what);
    }

    private static String audit(Api api) {
        return api.site().tenantPath() + "/audit/entries";
    }

    private static String tasks(Api api) {
        return api.site().tenantPath() + "/tasks";
    }
}
