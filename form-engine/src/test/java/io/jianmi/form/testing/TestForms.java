package io.jianmi.form.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.Compilation;
import io.jianmi.form.compile.CompileContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.FormCompiler;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.field.FieldTypes;
import io.jianmi.form.field.builtin.BuiltinFieldTypes;
import io.jianmi.form.parse.FormParser;
import io.jianmi.form.parse.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The example forms and a compiler on a fixed clock. */
public final class TestForms {

    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T04:00:00Z"));
    public static final FieldTypes TYPES = BuiltinFieldTypes.create(CLOCK);
    public static final FormParser PARSER = new FormParser(TYPES);
    public static final FormCompiler COMPILER =
            new FormCompiler(TYPES, new Expressions(CLOCK, ZoneId.of("Asia/Shanghai")));

    private TestForms() {}

    /** The definition of {@code customer}, {@code company} or {@code bench-customer}; a fresh copy. */
    public static ObjectNode definition(String form) {
        try (InputStream in = TestForms.class.getResourceAsStream("/golden/form/" + form + "/definition.json")) {
            if (in == null) {
                throw new IllegalArgumentException("no form " + form);
            }
            return (ObjectNode) Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CompiledForm customer() {
        return compiled(definition("customer"));
    }

    public static CompiledForm bench() {
        return compiled(definition("bench-customer"));
    }

    /** Fails when a finding blocks. */
    public static CompiledForm compiled(JsonNode definition) {
        Compilation compilation = compile(definition, besideCompany());
        return compilation.form().orElseThrow(() -> new AssertionError(compilation.findings()));
    }

    /** Parses and compiles beside the published form {@code company}; the findings of both. */
    public static List<Finding> findings(JsonNode definition) {
        return compile(definition, besideCompany()).findings();
    }

    private static CompileContext besideCompany() {
        CompiledForm company =
                compile(definition("company"), CompileContext.first()).form().orElseThrow();
        return CompileContext.first("company").beside(Map.of("company", company));
    }

    public static Compilation compile(JsonNode definition, CompileContext context) {
        Parsed parsed = PARSER.parse(definition);
        List<Finding> findings = new ArrayList<>(parsed.findings());
        Optional<Compilation> compiled = parsed.form().map(form -> COMPILER.compile(form, context));
        compiled.ifPresent(compilation -> findings.addAll(compilation.findings()));
        return new Compilation(
                compiled.flatMap(Compilation::form).filter(form -> !Finding.anyBlocks(findings)),
                compiled.flatMap(Compilation::resolved),
                findings);
    }
}
