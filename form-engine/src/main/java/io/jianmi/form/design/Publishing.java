package io.jianmi.form.design;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.OffLoop;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.PublishedForm;
import io.jianmi.form.compile.TableMigration;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishing in resumable steps: check the draft, bring the tables to the plan, write the version. What was cut off is published again:
 * tables are compared with what stands, and nobody uses a column before its version is written.
 */
@Singleton
public final class Publishing {

    private final PlatformPipeline platform;
    private final PublishForm.Handler handler;
    private final OrgDirectory directory;
    private final DraftForms drafts;
    private final CompiledForms forms;
    private final FormTables tables;
    private final Conversions conversions;

    Publishing(
            PlatformPipeline platform,
            PublishForm.Handler handler,
            OrgDirectory directory,
            DraftForms drafts,
            CompiledForms forms,
            FormTables tables,
            Conversions conversions) {
        this.platform = platform;
        this.handler = handler;
        this.directory = directory;
        this.drafts = drafts;
        this.forms = forms;
        this.tables = tables;
        this.conversions = conversions;
    }

    /**
     * What publishing did.
     *
     * @param counts whether the version counts yet; else its records are being brought to it, which {@link #conversion} tells of
     */
    public record Outcome(
            int version,
            List<Finding> findings,
            List<RightsChange> rights,
            @JsonIgnore boolean counts) {}

    /**
     * What publishing would do.
     *
     * @param sight which people come to see more or less of a field
     * @param table steps on the tables; empty when a finding blocks
     * @param conversions what would become of the values that are stored otherwise
     * @param form the form as its designer would read it then, where he asked for it and nothing blocks
     * @param whole false when there are so many records that {@link #conversion} tells of them
     */
    public record Preview(
            int version,
            List<Finding> findings,
            List<RightsChange> rights,
            List<SightChange> sight,
            List<TableMigration.Step> table,
            JsonNode conversions,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ObjectNode form,

            @JsonIgnore boolean whole) {}

    /**
     * What is wanted of a preview besides what follows from the definitions.
     *
     * @param values whether the values of the records are looked at, where they would be stored otherwise
     * @param form whether the compiled form is told, so that its rules and formulas can be tried
     */
    public record Wanted(boolean values, boolean form) {}

    private record Plan(
            DraftRow draft,
            int version,
            Optional<CompiledForm> previous,
            Optional<CompiledForm> form,
            List<Finding> findings,
            List<RightsChange> rights) {

        /** The form as its designer would read it; null where a finding blocks. */
        @Nullable
        ObjectNode whole() {
            return form.map(PublishedForm::whole).orElse(null);
        }

        /** Whether records have to be brought to it before it counts. */
        boolean moves() {
            return form.filter(compiled -> !compiled.kept().moved().isEmpty()).isPresent();
        }
    }

    /**
     * Findings, table changes and the difference of rights; changes nothing.
     *
     * @param body which fields are to be converted, as {@link ConversionRequest} says
     */
    public Uni<Preview> preview(Actor actor, String app, String form, JsonNode body, Wanted wanted) {
        Designers.require(actor);
        boolean values = wanted.values();
        ConversionRequest asked = ConversionRequest.read(body);
        return plan(actor.tenant(), app, form, asked)
                .chain(plan -> migration(actor.tenant(), plan).chain(migration -> {
                    List<Finding> findings = new ArrayList<>(plan.findings());
                    findings.addAll(migration.findings());
                    return tallies(actor, plan, findings, asked, values).chain(found -> {
                        Tallies tallies = found.orElse(Tallies.NONE);
                        plan.form().ifPresent(next -> findings.addAll(tallies.findings(next, asked.leaving())));
                        return sight(actor.tenant(), plan)
                                .map(sight -> new Preview(
                                        plan.version(),
                                        findings,
                                        plan.rights(),
                                        sight,
                                        migration.steps(),
                                        tallies.view(),
                                        wanted.form() ? plan.whole() : null,
                                        found.isPresent()));
                    });
                }));
    }

    /** Of many members it takes a while. */
    private Uni<List<SightChange>> sight(TenantKey tenant, Plan plan) {
        Org org = directory.of(tenant);
        List<Actor> members = org.members().stream()
                .flatMap(member -> org.actor(member.id()).stream())
                .toList();
        return plan.form()
                .map(form -> OffLoop.run(members.size(), () -> SightDiff.between(plan.previous(), form, members)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<Optional<Tallies>> tallies(
            Actor actor, Plan plan, List<Finding> findings, ConversionRequest asked, boolean values) {
        return values && plan.moves() && !Finding.anyBlocks(findings)
                ? conversions.rehearse(
                        actor, plan.previous().orElseThrow(), plan.form().orElseThrow(), command(plan), asked.leaving())
                : Uni.createFrom().item(Optional.of(Tallies.NONE));
    }

    /**
     * Publishes, or fails with {@code form.definition-invalid} and all findings. Where records are to be stored otherwise they are brought
     * to the version first, and the answer does not wait for the last of many.
     *
     * @param body which fields are to be converted, as {@link ConversionRequest} says
     */
    public Uni<Outcome> publish(Actor actor, String app, String form, JsonNode body) {
        if (!Designers.include(actor)) {
            // The pipeline refuses and logs it.
            PublishForm refused = new PublishForm(app, form, 0, 0, "", "", List.of(), Optional.empty());
            return platform.run(handler, refused, actor)
                    .map(version -> new Outcome(version, List.of(), List.of(), true));
        }
        ConversionRequest asked = ConversionRequest.read(body);
        return conversions
                .idle(actor.tenant(), form)
                .chain(() -> plan(actor.tenant(), app, form, asked))
                .chain(plan -> migration(actor.tenant(), plan).chain(migration -> {
                    List<Finding> findings = new ArrayList<>(plan.findings());
                    findings.addAll(migration.findings());
                    if (Finding.anyBlocks(findings)) {
                        return Uni.createFrom().failure(ProblemException.of(DesignProblem.FORM_INVALID, findings));
                    }
                    return plan.moves() ? move(actor, plan, asked, findings) : write(actor, plan, migration, findings);
                }));
    }

    private Uni<Outcome> write(Actor actor, Plan plan, TableMigration migration, List<Finding> findings) {
        PublishForm command = command(plan);
        return tables.run(actor.tenant(), migration)
                .chain(() -> platform.run(handler, command, actor))
                .invoke(() -> forms.forget(actor.tenant(), command.form()))
                .map(version -> new Outcome(version, findings, plan.rights(), true));
    }

    private Uni<Outcome> move(Actor actor, Plan plan, ConversionRequest asked, List<Finding> findings) {
        CompiledForm next = plan.form().orElseThrow();
        return conversions
                .start(actor, plan.previous().orElseThrow(), next, command(plan), asked.leaving())
                .map(now -> {
                    findings.addAll(now.tallies().findings(next, asked.leaving()));
                    forms.forget(actor.tenant(), next.key());
                    return new Outcome(
                            plan.version(), findings, plan.rights(), now.phase().counts());
                });
    }

    /** How far a form's records are on their way to the version that stores fields otherwise; the last there was. */
    public Uni<ObjectNode> conversion(Actor actor, String app, String form) {
        Designers.require(actor);
        return conversions
                .find(actor.tenant(), form)
                .map(found -> found.filter(job -> job.app().equals(app))
                        .map(ConversionJob::view)
                        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    /** Has a form stay on the version that counts, while its records are on their way to the next. */
    Uni<ConversionJob> cancel(Actor actor, String app, String form) {
        return conversions.cancel(actor, app, form);
    }

    private static PublishForm command(Plan plan) {
        DraftRow row = plan.draft();
        String kept = Json.write(plan.form().orElseThrow().kept().json());
        return new PublishForm(
                row.app,
                row.key.form(),
                plan.version(),
                row.revision,
                row.definition,
                kept,
                List.of(),
                Optional.empty());
    }

    private Uni<TableMigration> migration(TenantKey tenant, Plan plan) {
        return plan.form()
                .map(form -> tables.plan(tenant, form.table()))
                .orElseGet(() -> Uni.createFrom().item(new TableMigration(List.of(), List.of())));
    }

    private Uni<Plan> plan(TenantKey tenant, String app, String form, ConversionRequest asked) {
        forms.forget(tenant, form);
        return drafts.compiled(tenant, app, form, Optional.empty(), asked.fields())
                .map(drafted -> new Plan(
                        drafted.row(),
                        drafted.version(),
                        drafted.previous(),
                        drafted.form(),
                        drafted.findings(),
                        drafted.form()
                                .map(compiled -> RightsDiff.between(drafted.previous(), compiled))
                                .orElse(List.of())));
    }
}
