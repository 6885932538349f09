package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.AccessReasons;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.Compilation;
import io.jianmi.form.compile.CompileContext;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.FormCompiler;
import io.jianmi.form.parse.FormParser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whom a draft gives what, and why: the one access decision, for those who design. */
@Singleton
public final class AccessDesk {

    private final DraftForms drafts;
    private final CompiledForms forms;
    private final FormParser parser;
    private final FormCompiler compiler;

    AccessDesk(DraftForms drafts, CompiledForms forms, FormParser parser, FormCompiler compiler) {
        this.drafts = drafts;
        this.forms = forms;
        this.parser = parser;
        this.compiler = compiler;
    }

    /** Why somebody has what he has on each field; no value of any record. */
    Uni<ObjectNode> explain(Actor designer, String app, String form, AccessQuestion question) {
        return drafts.compiled(designer.tenant(), app, form, question.written(), Set.of())
                .map(drafted -> drafted.resolved()
                        .map(compiled -> answer(compiled, question))
                        .orElseThrow(() -> ProblemException.of(DesignProblem.FORM_INVALID, drafted.findings())));
    }

    /**
     * The version that counts with the groups of the draft: what these would give on the records that there are. A group that names what
     * that version does not have yet is refused with findings.
     */
    public Uni<CompiledForm> standing(TenantKey tenant, String app, String form, AccessQuestion question) {
        return drafts.compiled(tenant, app, form, question.written(), Set.of()).chain(drafted -> {
            JsonNode groups = drafted.resolved()
                    .map(compiled -> compiled.definition().source().path("permissionGroups"))
                    .orElseThrow(() -> ProblemException.of(DesignProblem.FORM_INVALID, drafted.findings()));
            return forms.inApp(tenant, app, form)
                    .chain(current -> forms.sources(tenant, current.definition())
                            .map(sources -> withGroups(current, groups, sources)));
        });
    }

    private CompiledForm withGroups(CompiledForm current, JsonNode groups, Map<String, CompiledForm> sources) {
        ObjectNode definition = current.definition().source().deepCopy();
        definition.set("permissionGroups", groups);
        Compilation compilation = compiler.compile(
                parser.parse(definition).form().orElseThrow(),
                CompileContext.stored(current.version(), current.kept()).beside(sources));
        return compilation
                .form()
                .orElseThrow(() -> ProblemException.of(DesignProblem.FORM_INVALID, compilation.findings()));
    }

    private static ObjectNode answer(CompiledForm form, AccessQuestion question) {
        Grants grants = form.access().own(question.who());
        AccessReasons reasons = question.inScope()
                .map(scopes -> AccessReasons.on(grants, form.consents(), scopes))
                .orElseGet(() -> AccessReasons.best(grants, form.consents()));
        ObjectNode answer = Json.NODES.objectNode();
        Set<String> speaking = Set.copyOf(reasons.speaking());
        ArrayNode groups = answer.putArray("groups");
        grants.groups()
                .forEach(group -> groups.addObject()
                        .put("group", group.key())
                        .put("scoped", !group.everywhere())
                        .put("speaks", speaking.contains(group.key())));
        answer.set("actions", actions(reasons.actions()));
        answer.set("denied", actions(reasons.denied()));
        ArrayNode fields = answer.putArray("fields");
        reasons.fields().forEach(reason -> fields.add(field(reason, form.find(reason.field()))));
        return answer;
    }

    private static ObjectNode field(AccessReasons.Reason reason, Optional<CompiledField> field) {
        ObjectNode answer = Json.NODES
                .objectNode()
                .put("field", reason.field())
                .put("access", reason.access().key());
        ArrayNode given = answer.putArray("given");
        reason.given()
                .forEach(one -> given.addObject()
                        .put("group", one.group())
                        .put("access", one.access().key()));
        ArrayNode cuts = answer.putArray("cuts");
        reason.cuts()
                .forEach(cut -> cuts.addObject()
                        .put("cap", cut.cap())
                        .put("ceiling", cut.ceiling().key()));
        ArrayNode consents = answer.putArray("consents");
        reason.consents().forEach(purposes -> consents.add(Json.MAPPER.<JsonNode>valueToTree(new TreeSet<>(purposes))));
        Set<String> known = field.map(one -> one.tag().purposes()).orElse(Set.of());
        answer.set("purposes", Json.MAPPER.valueToTree(AccessReasons.purposes(reason, known)));
        return answer;
    }

    private static JsonNode actions(Collection<RecordAction> actions) {
        Set<String> words = new TreeSet<>();
        actions.forEach(action -> words.add(action.key()));
        return Json.MAPPER.valueToTree(words);
    }
}
