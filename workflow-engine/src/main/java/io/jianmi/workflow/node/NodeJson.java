package io.jianmi.workflow.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.calendar.Span;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.assignee.AssigneeRule;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.sign.SignMode;
import io.jianmi.workflow.sign.SignRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the parts that nodes share. Trusts the shape: the JSON Schema has accepted it. */
public record NodeJson(JsonNode json) {

    public String key() {
        return json.path("key").asText();
    }

    public LocalText title() {
        return LocalText.of(json.path("title"));
    }

    /**
     * What people do at a node that waits for them; a node that declares no fields shows everything masked.
     *
     * @param usual what they may do where the node does not say
     */
    public Duty.Work work(Duty.Purpose purpose, Set<TaskAction> usual) {
        return new Duty.Work(
                purpose,
                assignment(),
                sign(),
                view().orElseGet(FieldView::masked),
                actions().orElse(usual),
                returns(),
                comment(),
                due());
    }

    public Assignment assignment() {
        JsonNode assignees = json.path("assignees");
        JsonNode otherwise = assignees.path("otherwise");
        return new Assignment(
                rule(assignees),
                otherwise.isObject() ? Optional.of(rule(otherwise)) : Optional.empty(),
                otherwise.asText().equals("skip"),
                otherwise.asText().equals(Assignment.ADMIN));
    }

    /** As {@link #assignment}, of who is told and not asked: where nobody is found nobody is told, unless it says otherwise. */
    Assignment audience() {
        Assignment found = assignment();
        return new Assignment(found.rule(), found.otherwise(), !found.admins(), found.admins());
    }

    public SignRule sign() {
        JsonNode sign = json.path("sign");
        return new SignRule(
                SignMode.parse(sign.path("mode").asText(SignMode.ANY.key())),
                sign.has("ratio") ? sign.get("ratio").decimalValue() : BigDecimal.ONE,
                sign.path("notInitiator").asBoolean(),
                sign.path("notPrevious").asBoolean(),
                sign.path("skipRepeated").asBoolean());
    }

    /** The declared view, empty when the node declares none. */
    public Optional<FieldView> view() {
        if (!json.has("fields")) {
            return Optional.empty();
        }
        Map<String, FieldAccess> fields = new LinkedHashMap<>();
        json.get("fields")
                .properties()
                .forEach(field -> fields.put(
                        field.getKey(), FieldAccess.parse(field.getValue().asText())));
        return Optional.of(new FieldView(fields, reveal()));
    }

    private Optional<FieldView.Reveal> reveal() {
        JsonNode reveal = json.path("reveal");
        return reveal.isObject()
                ? Optional.of(new FieldView.Reveal(
                        reveal.path("purpose").asText(),
                        reveal.path("minutes").asInt(),
                        text(reveal, "stepUp"),
                        text(reveal, "approvedBy")))
                : Optional.empty();
    }

    /** The declared actions, empty when the node declares none. */
    public Optional<Set<TaskAction>> actions() {
        return json.has("actions")
                ? Optional.of(words(json.get("actions")).stream()
                        .flatMap(word -> TaskAction.parse(word).stream())
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    public ReturnRule returns() {
        JsonNode rule = json.path("return");
        return new ReturnRule(words(rule.path("to")), rule.path("then").asText().equals("straightBack"));
    }

    public CommentRule comment() {
        return CommentRule.parse(json.path("comment").asText(CommentRule.OPTIONAL.key()));
    }

    public Optional<Due> due() {
        JsonNode due = json.path("due");
        if (!due.isObject()) {
            return Optional.empty();
        }
        JsonNode then = due.path("then");
        boolean reassign = then.has("reassign");
        return Optional.of(new Due(
                Span.parse(due.path("after").asText()).orElse(Span.ZERO),
                text(due, "remindEvery").flatMap(Span::parse),
                reassign ? Due.Then.REASSIGN : Due.Then.parse(then.asText()).orElse(Due.Then.NOTIFY),
                reassign ? Optional.of(rule(then.get("reassign"))) : Optional.empty()));
    }

    /** Field key to expression. */
    public Map<String, String> set() {
        return expressions(json.path("set"));
    }

    /** What the system does by itself, in order. */
    public List<AutomationStep> steps() {
        List<AutomationStep> steps = new ArrayList<>();
        json.path("steps").forEach(step -> steps.add(AutomationJson.read(step)));
        return steps;
    }

    /** The records whose workflows start. */
    public Children children() {
        JsonNode records = json.path("records");
        return records.has("through")
                ? new Children.Related(records.get("through").asText())
                : new Children.Made(AutomationJson.create(records.path("create")), text(records, "each"));
    }

    /** Key of the workflow that starts on them; empty where the node does not say. */
    public Optional<String> workflow() {
        return text(json, "workflow");
    }

    /** Whether the instance waits for what starts here; it does where the node does not say. */
    public boolean waits() {
        return json.path("wait").asBoolean(true);
    }

    static Map<String, String> expressions(JsonNode object) {
        Map<String, String> expressions = new LinkedHashMap<>();
        object.properties()
                .forEach(field ->
                        expressions.put(field.getKey(), field.getValue().asText()));
        return expressions;
    }

    private static AssigneeRule rule(JsonNode rule) {
        if (rule.has("members")) {
            return new AssigneeRule.Members(words(rule.get("members")));
        }
        if (rule.has("roles")) {
            return new AssigneeRule.Roles(words(rule.get("roles")));
        }
        if (rule.has("departments")) {
            return new AssigneeRule.Departments(words(rule.get("departments")));
        }
        if (rule.has("headOf")) {
            return new AssigneeRule.HeadOf(
                    rule.get("headOf").asText(), rule.path("levels").asInt(1));
        }
        if (rule.has("initiator")) {
            return new AssigneeRule.Initiator();
        }
        if (rule.has("field")) {
            return new AssigneeRule.Field(rule.get("field").asText());
        }
        return rule.has("expression")
                ? new AssigneeRule.Expression(rule.get("expression").asText())
                : new AssigneeRule.Previous();
    }

    static List<String> words(JsonNode list) {
        if (list.isTextual()) {
            return List.of(list.textValue());
        }
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    static Optional<String> text(JsonNode object, String name) {
        return object.path(name).isTextual() ? Optional.of(object.get(name).textValue()) : Optional.empty();
    }
}
