package io.jianmi.workflow.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.WorkflowCompiler;
import io.jianmi.workflow.compile.WorkflowForm;
import io.jianmi.workflow.node.builtin.BuiltinNodeTypes;
import io.jianmi.workflow.parse.WorkflowParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The committed example definitions, read and compiled. */
public final class Definitions {

    private static final WorkflowParser PARSER = new WorkflowParser(BuiltinNodeTypes.all());
    private static final WorkflowCompiler COMPILER = new WorkflowCompiler(BuiltinNodeTypes.all());

    private Definitions() {}

    /** A file below {@code golden/workflow/}. */
    public static String text(String path) {
        try (InputStream stream =
                Objects.requireNonNull(Definitions.class.getResourceAsStream("/golden/workflow/" + path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode example(String name) {
        return Json.parse(text(name + "/definition.json"));
    }

    /** Findings of parsing and, when the shape is right, of compiling. */
    public static List<Finding> findings(JsonNode document, WorkflowForm form, Org org) {
        WorkflowParser.Parsed parsed = PARSER.parse(document);
        List<Finding> findings = new ArrayList<>(parsed.findings());
        parsed.definition()
                .ifPresent(definition ->
                        findings.addAll(COMPILER.compile(definition, form, org).findings()));
        return findings;
    }

    /** Compiles what must be right. */
    public static CompiledWorkflow compile(JsonNode document, WorkflowForm form) {
        WorkflowParser.Parsed parsed = PARSER.parse(document);
        return parsed.definition()
                .flatMap(definition ->
                        COMPILER.compile(definition, form, TestOrg.demo()).workflow())
                .orElseThrow(() -> new AssertionError(findings(document, form, TestOrg.demo())));
    }

    /** An example, compiled with the form that it handles. */
    public static CompiledWorkflow compiled(String name) {
        JsonNode document = example(name);
        return compile(document, TestForm.of(document.path("form").asText()));
    }

    /** Names of the examples. */
    public static List<String> examples() {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden/workflow"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CompiledWorkflow credit() {
        return compiled("credit-approval");
    }
}
