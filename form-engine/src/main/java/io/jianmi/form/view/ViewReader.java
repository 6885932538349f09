package io.jianmi.form.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told of a view. Nothing of it is dropped silently, since a condition less is a longer list: a view that asks for
 * what he does not know is not there for him, one that asks for what he may not compute with is marked as unusable. Columns that are
 * not his are left out.
 */
@Singleton
final class ViewReader {

    /** Why the owner cannot use his view any more: it names a field that is gone, or that he may not know of any more. */
    static final String FIELD_MISSING = "view.field-missing";

    private final ViewChecks checks;
    private final OrgDirectory directory;

    ViewReader(ViewChecks checks, OrgDirectory directory) {
        this.checks = checks;
        this.directory = directory;
    }

    /** The document that answers show; empty when the view is not there for him. */
    Uni<Optional<ObjectNode>> told(Actor actor, CompiledForm form, Grants grants, View view) {
        if (!view.shared() && !owns(actor, view)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return checks.toUse(actor, form, view.content()).map(findings -> told(actor, form, grants, view, findings));
    }

    /** Of several, those that are there for him, in their order. */
    Uni<List<ObjectNode>> all(Actor actor, CompiledForm form, Grants grants, List<View> views) {
        return Multi.createFrom()
                .iterable(views)
                .onItem()
                .transformToUniAndConcatenate(view -> told(actor, form, grants, view))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Optional<ObjectNode> told(
            Actor actor, CompiledForm form, Grants grants, View view, List<Finding> findings) {
        if (has(findings, ViewChecks.UNKNOWN)) {
            // His own he may still rename and delete; that it is there tells him nothing.
            return owns(actor, view) ? Optional.of(named(actor, grants, view, FIELD_MISSING)) : Optional.empty();
        }
        if (has(findings, ViewChecks.PROTECTED)) {
            return Optional.of(named(actor, grants, view, ViewChecks.PROTECTED));
        }
        if (view.flaw() != null) {
            return Optional.of(named(actor, grants, view, view.flaw()));
        }
        String flaw = findings.stream()
                .filter(Finding::blocks)
                .map(Finding::code)
                .findFirst()
                .orElse(null);
        ObjectNode document = named(actor, grants, view, flaw);
        ObjectNode content = view.content().json();
        columns(view.content(), form, grants).ifPresent(columns -> {
            columns.forEach(content.putArray("fields")::add);
            view.content().looks().of(columns).addTo(content);
        });
        document.setAll(content);
        return Optional.of(document);
    }

    /** Whether he may change it. */
    static boolean mayChange(Actor actor, Grants grants, View view) {
        return view.owner() != null && (owns(actor, view) || view.shared() && grants.ever(RecordAction.MANAGE));
    }

    static boolean owns(Actor actor, View view) {
        return actor.id().value().equals(view.owner());
    }

    private static boolean has(List<Finding> findings, String code) {
        return findings.stream().anyMatch(finding -> finding.code().equals(code));
    }

    /** All but what it asks. */
    private ObjectNode named(Actor actor, Grants grants, View view, @Nullable String flaw) {
        ObjectNode document = Json.NODES.objectNode().put("id", view.id());
        document.set("title", view.content().title());
        document.put("kind", view.content().kind().key())
                .put("shared", view.shared())
                .put("version", view.version())
                .put("usable", flaw == null)
                .put("reason", flaw)
                .put("editable", mayChange(actor, grants, view));
        String owner = view.owner();
        if (owner == null) {
            return document.putNull("owner");
        }
        String name = directory
                .of(actor.tenant())
                .member(new MemberId(owner))
                .map(Member::name)
                .orElse(owner);
        document.putObject("owner").put("id", owner).put("name", name);
        return document;
    }

    private static Optional<List<String>> columns(ViewContent content, CompiledForm form, Grants grants) {
        return content.fields()
                .map(fields -> fields.stream()
                        .filter(key -> form.field(key).isPresent() && grants.atMost(key) != FieldAccess.HIDDEN)
                        .toList());
    }
}
