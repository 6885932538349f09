package io.jianmi.form.regulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.Preference;
import io.jianmi.form.rights.LawTerms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The report of a law, for those who oversee the data of people; for anybody else there is none. No record is read. */
@Path("/api/v1/tenants/{tenant}/privacy/report")
public class RegulationResource {

    private final Callers callers;
    private final ReadLog reads;
    private final CompiledForms forms;
    private final TableFacts tables;
    private final LawTerms terms;
    private final OrgDirectory directory;
    private final BinTime bin;
    private final InstantSource clock;

    RegulationResource(
            Callers callers,
            ReadLog reads,
            CompiledForms forms,
            TableFacts tables,
            LawTerms terms,
            OrgDirectory directory,
            BinTime bin,
            InstantSource clock) {
        this.callers = callers;
        this.reads = reads;
        this.forms = forms;
        this.tables = tables;
        this.terms = terms;
        this.directory = directory;
        this.bin = bin;
        this.clock = clock;
    }

    /** @param law {@code pipl}, {@code gdpr} or {@code ccpa} */
    @GET
    public Uni<ObjectNode> report(
            @PathParam("tenant") String tenant,
            @QueryParam("law") @DefaultValue("pipl") String law,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        if (!PrivacyDesk.oversees(actor)) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(actor, AuditDraft.of("report.read", "privacy/report"), problem);
            throw problem;
        }
        if (!RegulationReport.knows(law)) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "law"));
        }
        Instant now = clock.instant();
        return facts(actor, law, now).map(facts -> {
            ObjectNode report = Json.NODES.objectNode().put("law", law).put("at", now.toString());
            report.set("articles", RegulationReport.of(law, facts, Preference.language(language)));
            return report;
        });
    }

    private Uni<Map<String, Long>> facts(Actor actor, String law, Instant now) {
        return Uni.combine()
                .all()
                .unis(forms.all(actor.tenant()), tables.of(actor.tenant(), law), terms.days(actor.tenant(), law))
                .with((all, counted, days) -> {
                    Map<String, Long> facts = new HashMap<>(counted);
                    facts.putAll(DefinitionFacts.of(
                            all.stream().map(CompiledForms.Published::form).toList()));
                    facts.put("officers", (long)
                            PrivacyDesk.members(directory.of(actor.tenant())).size());
                    facts.put("binDays", Duration.between(bin.began(now), now).toDays());
                    facts.put("days", days);
                    return facts;
                });
    }
}
