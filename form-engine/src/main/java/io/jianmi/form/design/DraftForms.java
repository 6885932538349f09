package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.Compilation;
import io.jianmi.form.compile.CompileContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.FormCompiler;
import io.jianmi.form.parse.FormParser;
import io.jianmi.form.parse.Parsed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Drafts, compiled as the version that they would become. */
@Singleton
final class DraftForms {

    private final PlatformPipeline platform;
    private final FormParser parser;
    private final FormCompiler compiler;
    private final CompiledForms forms;

    DraftForms(PlatformPipeline platform, FormParser parser, FormCompiler compiler, CompiledForms forms) {
        this.platform = platform;
        this.parser = parser;
        this.compiler = compiler;
        this.forms = forms;
    }

    /**
     * A draft, compiled.
     *
     * @param version number that it would get
     * @param previous the version that counts, empty where none does
     * @param form empty when a finding blocks
     * @param resolved the form as far as it could be resolved; empty when it is no form at all
     */
    record Drafted(
            DraftRow row,
            int version,
            Optional<CompiledForm> previous,
            Optional<CompiledForm> form,
            Optional<CompiledForm> resolved,
            List<Finding> findings) {}

    private record Draft(DraftRow row, Set<String> published, Set<String> drafted) {}

    /**
     * The draft of a form of that app; there must be one.
     *
     * @param written what stands in its place, where its designer has not saved it yet
     * @param converting keys of the fields whose values are to be converted to another type
     */
    Uni<Drafted> compiled(
            TenantKey tenant, String app, String form, Optional<JsonNode> written, Set<String> converting) {
        return platform.inTenant(tenant, session -> draft(session, tenant.value(), app, form))
                .chain(draft -> {
                    Parsed parsed = parser.parse(written.orElseGet(() -> Json.parse(draft.row().definition)));
                    return sources(tenant, parsed)
                            .chain(sources -> previous(tenant, form, draft)
                                    .map(previous -> compile(
                                            draft,
                                            parsed,
                                            CompileContext.next(draft.published(), draft.drafted(), previous)
                                                    .beside(sources)
                                                    .converting(converting))));
                });
    }

    private Drafted compile(Draft draft, Parsed parsed, CompileContext context) {
        List<Finding> findings = new ArrayList<>(parsed.findings());
        String key = draft.row().key.form();
        Optional<Compilation> compilation = parsed.form().map(definition -> {
            if (!definition.key().equals(key)) {
                findings.add(Finding.error("form.key-mismatch", "/key", Map.of("expected", key)));
            }
            return compiler.compile(definition, context);
        });
        compilation.ifPresent(compiled -> findings.addAll(compiled.findings()));
        return new Drafted(
                draft.row(),
                context.version(),
                Optional.ofNullable(context.previous()),
                compilation.flatMap(Compilation::form).filter(compiled -> !Finding.anyBlocks(findings)),
                compilation.flatMap(Compilation::resolved),
                findings);
    }

    private Uni<Map<String, CompiledForm>> sources(TenantKey tenant, Parsed parsed) {
        return parsed.form()
                .map(definition -> forms.sources(tenant, definition))
                .orElseGet(() -> Uni.createFrom().item(Map.of()));
    }

    private Uni<Optional<CompiledForm>> previous(TenantKey tenant, String form, Draft draft) {
        if (!draft.published().contains(form)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return forms.current(tenant, form).map(Optional::of);
    }

    private static Uni<Draft> draft(Mutiny.Session session, String tenant, String app, String form) {
        return Definitions.draft(session, tenant, form).chain(found -> {
            DraftRow row = found.filter(draft -> draft.app.equals(app))
                    .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
            return Definitions.published(session, tenant)
                    .chain(published -> Definitions.drafts(session, tenant)
                            .map(drafts -> new Draft(
                                    row,
                                    Set.copyOf(published),
                                    drafts.stream()
                                            .map(other -> other.key.form())
                                            .collect(Collectors.toSet()))));
        });
    }
}
