package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Exhibit.TaskSeen;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import io.jianmi.form.testing.ReferenceModel.State;
import io.jianmi.form.testing.ReferenceModel.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Customers in every position: another's, a draft, in the bin, and at each step of the credit approval. */
final class CustomerExhibits {

    private static final Set<String> INDEXED = Set.of("name", "mobile", "idNumber", "email");
    private static final Map<String, String> NORTH =
            Map.of("sam", "sales", "mia", "sales-manager", "admin", "admin", "audra", "auditor");
    private static final Map<String, String> SOUTH =
            Map.of("sue", "sales", "max", "sales-manager", "admin", "admin", "audra", "auditor");

    static final String CHANGED_SINCE = "changed at the manager";
    static final Set<String> CHANGED_FIELDS = Set.of("name", "email", "address", "level", "notes");

    private final Api api;
    private final Map<String, List<Group>> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, State>> nodes = new LinkedHashMap<>();
    private final Map<String, String> levels;

    CustomerExhibits(Api api) {
        this.api = api;
        JsonNode form =
                api.get("designer", DemoCrm.CUSTOMER_FORM).orFail("the form").body();
        this.levels = Exhibit.levels(form);
        Map<String, Group> byKey = ReferenceModel.groups(form);
        NORTH.forEach((person, group) -> groups.put(person, List.of(byKey.get(group))));
        SOUTH.forEach((person, group) -> groups.put(person, List.of(byKey.get(group))));
        api.get("designer", DemoCrm.APP + "/workflows/credit-approval")
                .orFail("the workflow")
                .body()
                .at("/definition/nodes")
                .forEach(node -> nodes.put(node.path("key").asText(), ReferenceModel.states(node.path("fields"))));
    }

    List<Exhibit> all() {
        List<Exhibit> all = new ArrayList<>();
        all.add(changed());
        all.add(customer("sue's", "sue", SOUTH, new Story("sue", null)));
        all.add(customer("sam's draft", "sam", Map.of("sam", "sales"), new Story("sam", null).draft()));
        all.add(customer("in the bin", "admin", Map.of("admin", "admin"), new Story("sam", null).trashed()));
        all.add(customer("at the manager", "sam", NORTH, approval().open("mia", "manager")));
        all.add(customer(
                CHANGED_SINCE, "sam", NORTH, approval().open("mia", "manager").changed()));
        all.add(customer("at the committee", "sam", NORTH, atCommittee()));
        all.add(customer("at finance", "sam", NORTH, atFinance()));
        all.add(customer("completed", "sam", NORTH, atFinance().approve("fay").copied("sam", "tell")));
        all.add(customer(
                "returned",
                "sam",
                NORTH,
                approval()
                        .open("mia", "manager")
                        .act("mia", "return", Map.of("to", "start"))
                        .own("sam")));
        all.add(customer("handed to the south", "sam", NORTH, transferred()));
        all.add(customer(
                "decided by the south",
                "sam",
                NORTH,
                transferred().approve("sue").open("rick", "risk").open("rose", "risk")));
        all.add(customer("the director is asked first", "sam", NORTH, asked()));
        return all;
    }

    /** A signer who was added sees what the step shows; whoever asked her has handed the task on for now. */
    private Story asked() {
        Map<String, Object> dina = Map.of("to", List.of("dina"), "position", "before");
        return approval().open("mia", "manager").act("mia", "add-signer", dina).open("dina", "manager");
    }

    private Story approval() {
        return new Story("sam", "123456.00");
    }

    private Story atCommittee() {
        return approval()
                .open("mia", "manager")
                .approve("mia")
                .open("rick", "risk")
                .open("rose", "risk");
    }

    private Story atFinance() {
        return atCommittee().approve("rick").approve("rose").open("fay", "finance");
    }

    private Story transferred() {
        return approval()
                .open("mia", "manager")
                .act("mia", "transfer", Map.of("to", "sue"))
                .open("sue", "manager");
    }

    /** Everything that can be changed was changed once, so that the history has something to tell of each field. */
    private Exhibit changed() {
        Story story = new Story("sam", null);
        int number = Installation.number();
        Map<String, Object> data = data(number);
        Map<String, Object> id = Map.of("idNumber", Map.of("replace", CanaryForm.idNumber(number)));
        data.remove("idNumber");
        api.patch("admin", DemoCrm.customer(story.id), Map.of("data", data), "If-Match", "\"1\"")
                .orFail("changing");
        api.patch("mia", DemoCrm.customer(story.id), Map.of("data", id), "If-Match", "\"2\"")
                .orFail("replacing");
        story.number = number;
        return customer("changed", "sam", NORTH, story);
    }

    private Exhibit customer(String name, String reader, Map<String, String> scopes, Story story) {
        JsonNode seen =
                api.get(reader, DemoCrm.customer(story.id)).orFail("reading").body();
        Map<String, JsonNode> values = new LinkedHashMap<>();
        seen.path("data").properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        values.put("idNumber", TextNode.valueOf(CanaryForm.idNumber(story.number)));
        values.put("contract", NullNode.getInstance());
        Map<String, Row> rows = new LinkedHashMap<>();
        scopes.forEach((person, group) -> rows.put(person, Row.scoped(group)));
        story.given.forEach((person, task) ->
                rows.put(person, rows.getOrDefault(person, Row.scoped()).with(task)));
        return new Exhibit(
                name,
                plan(story.number),
                story.id,
                seen.path("status").asText(),
                "running".equals(seen.at("/workflow/status").asText()),
                rows,
                story.tasks,
                values,
                Exhibit.Derived.NONE);
    }

    /** Masks by the vectors of their kinds: person_name 009, phone, cn_id, email, address_cn 073, birth_date 094. */
    private Exhibit.Plan plan(int number) {
        String mobile = CanaryForm.mobile(number);
        String id = CanaryForm.idNumber(number);
        Map<String, String> masks = Map.of(
                "name", "欧阳**",
                "mobile", mobile.substring(0, 3) + "****" + mobile.substring(7),
                "idNumber", id.charAt(0) + "*".repeat(16) + id.charAt(17),
                "email", "o***@example.cn",
                "address", "北京市海淀区****",
                "birthday", "1990-**-**");
        return new Exhibit.Plan(DemoCrm.CUSTOMER_FORM, levels, groups, masks, INDEXED, Set.of("no", "amount"));
    }

    private static Map<String, Object> data(int number) {
        Map<String, Object> data = DemoCrm.data(number);
        data.put("name", "欧阳娜娜");
        data.put("email", "ouyang" + number + "@example.cn");
        data.put("birthday", "1990-05-17");
        return data;
    }

    /** A customer and what was done with it so far. */
    private final class Story {

        private final String author;
        private final String id;
        private int number = Installation.number();
        private final Map<String, TaskSeen> tasks = new LinkedHashMap<>();
        private final Map<String, Task> given = new LinkedHashMap<>();

        Story(String author, @org.jspecify.annotations.Nullable String creditLimit) {
            this.author = author;
            Map<String, Object> data = data(number);
            if (creditLimit != null) {
                data.put("creditLimit", creditLimit);
            }
            this.id = api.post(author, DemoCrm.CUSTOMERS, Map.of("data", data), "Prefer", "wait=2")
                    .orFail("creating")
                    .body()
                    .path("id")
                    .asText();
        }

        private Story(String author, String id, int number) {
            this.author = author;
            this.id = id;
            this.number = number;
        }

        Story draft() {
            int other = Installation.number();
            String draft = api.post(author, DemoCrm.CUSTOMERS, Map.of("data", data(other), "submit", false))
                    .orFail("a draft")
                    .body()
                    .path("id")
                    .asText();
            new Pointers(api).to(author, draft);
            return new Story(author, draft, other);
        }

        /** An administrator changes what he may while the workflow runs. */
        Story changed() {
            int next = Installation.number();
            Map<String, Object> data = data(next);
            data.put("level", "A");
            data.put("name", "欧阳修文");
            data.keySet().retainAll(CHANGED_FIELDS);
            api.patch("admin", DemoCrm.customer(id), Map.of("data", data), "If-Match", "\"1\"")
                    .orFail("changing");
            return this;
        }

        Story trashed() {
            new Pointers(api).to(id);
            api.delete("admin", DemoCrm.customer(id), "If-Match", "\"1\"").orFail("deleting");
            return this;
        }

        Story open(String person, String node) {
            return give(person, new Task("open", nodes.getOrDefault(node, Map.of())), "todo");
        }

        Story copied(String person, String node) {
            Map<String, State> declared = nodes.getOrDefault(node, Map.of());
            Map<String, State> fields = declared.isEmpty() ? Map.of("*", State.MASKED) : declared;
            return give(person, new Task("copied", fields), "cc");
        }

        Story own(String person) {
            return give(person, new Task("own", Map.of()), "todo");
        }

        private Story give(String person, Task task, String box) {
            tasks.put(person, new TaskSeen(inbox(person, box), task));
            given.put(person, task);
            return this;
        }

        Story approve(String person) {
            return act(person, "approve", Map.of("comment", "同意"));
        }

        Story act(String person, String action, Map<String, Object> body) {
            TaskSeen seen = Objects.requireNonNull(tasks.get(person));
            api.post(person, DemoCrm.TASKS + "/" + seen.id() + "/" + action, body, "Prefer", "wait=2")
                    .orFail(action);
            Task done = new Task("done", seen.task().fields());
            tasks.put(person, new TaskSeen(seen.id(), done));
            given.put(person, done);
            return this;
        }

        private String inbox(String person, String box) {
            return Inbox.task(api, person, box, id);
        }
    }
}
