package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of field access as data: groups, facts of one row, and what the actor then has. */
class AccessCasesTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (InputStream in = AccessCasesTest.class.getResourceAsStream("/golden/access/cases.json")) {
            JsonNode document = Json.MAPPER.readTree(in);
            Map<String, Sensitivity> levels = new LinkedHashMap<>();
            document.path("levels")
                    .properties()
                    .forEach(entry -> levels.put(
                            entry.getKey(), Sensitivity.parse(entry.getValue().asText())));
            List<DynamicTest> tests = new ArrayList<>();
            document.path("cases")
                    .forEach(node ->
                            tests.add(DynamicTest.dynamicTest(node.path("rule").asText(), () -> check(node, levels))));
            return tests.stream();
        }
    }

    private static void check(JsonNode node, Map<String, Sensitivity> levels) {
        List<PermissionGroup> groups = new ArrayList<>();
        node.path("groups").forEach(group -> groups.add(group(group)));
        Grants grants = new Grants(groups, levels).without(texts(node.path("refusing")));
        Set<String> scopes = new HashSet<>();
        groups.forEach(group -> scopes.add(group.key()));
        List<TaskAccess> tasks = new ArrayList<>();
        node.path("tasks")
                .forEach(task -> tasks.add(new TaskAccess(
                        TaskAccess.Standing.valueOf(task.path("standing").asText("OPEN")),
                        access(task.path("fields")))));
        RowFacts facts = new RowFacts(scopes, tasks, List.of(), texts(node.path("revealed")));
        RecordAction action =
                RecordAction.parse(node.path("action").asText("read")).orElseThrow();
        RowAccess row = action == RecordAction.CREATE ? grants.creating() : grants.on(action, facts);

        assertThat(row.visible()).isEqualTo(node.path("visible").asBoolean(true));
        access(node.path("expect"))
                .forEach(
                        (field, expected) -> assertThat(row.of(field)).as(field).isEqualTo(expected));
        if (node.has("actions")) {
            assertThat(row.actions().stream().map(RecordAction::key))
                    .containsExactlyInAnyOrderElementsOf(texts(node.path("actions")));
        }
        if (node.has("replaceable")) {
            assertThat(row.replaceable()).isEqualTo(texts(node.path("replaceable")));
        }
        if (node.has("enterable")) {
            assertThat(levels.keySet().stream().filter(row::enterable))
                    .containsExactlyInAnyOrderElementsOf(texts(node.path("enterable")));
        }
    }

    private static PermissionGroup group(JsonNode node) {
        Map<String, FieldAccess> fields = access(node.path("fields"));
        FieldAccess otherwise = fields.remove("*");
        Set<RecordAction> actions = new HashSet<>();
        texts(node.path("actions"))
                .forEach(word -> actions.add(RecordAction.parse(word).orElseThrow()));
        Set<RecordAction> deny = new HashSet<>();
        texts(node.path("deny"))
                .forEach(word -> deny.add(RecordAction.parse(word).orElseThrow()));
        return new PermissionGroup(
                node.path("key").asText("g"),
                GroupMembers.ofRoles("any"),
                actions,
                null,
                null,
                fields,
                Optional.ofNullable(otherwise),
                null,
                texts(node.path("replace")),
                deny);
    }

    private static Map<String, FieldAccess> access(JsonNode node) {
        Map<String, FieldAccess> access = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> access.put(
                        entry.getKey(), FieldAccess.parse(entry.getValue().asText())));
        return access;
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new HashSet<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
