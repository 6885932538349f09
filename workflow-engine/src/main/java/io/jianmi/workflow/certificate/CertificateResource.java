package io.jianmi.workflow.certificate;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.print.Reports;
import io.jianmi.form.record.Preference;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The approval certificate of a record. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/workflow/certificate")
@NonBlocking
public class CertificateResource {

    private static final String PDF = "application/pdf";

    private final Callers callers;
    private final CompiledForms forms;
    private final Certificates certificates;
    private final Reports reports;

    CertificateResource(Callers callers, CompiledForms forms, Certificates certificates, Reports reports) {
        this.reports = reports;
        this.callers = callers;
        this.forms = forms;
        this.certificates = certificates;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> json(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @QueryParam("instance") @Nullable String instance,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        Certificates.Asked asked = asked(id, instance, language, false);
        return forms.using(actor.tenant(), app, form, compiled -> certificates.issue(actor, compiled, asked))
                .map(document -> answer(Json.write(document), MediaType.APPLICATION_JSON, id, "json"));
    }

    /** For reading: what proves itself is the JSON. */
    @GET
    @Produces(PDF)
    public Uni<Response> pdf(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @QueryParam("instance") @Nullable String instance,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @Context HttpHeaders headers) {
        Actor actor = callers.in(tenant);
        Certificates.Asked asked = asked(id, instance, language, true);
        List<Locale> languages = headers.getAcceptableLanguages();
        CertificatePaper paper = new CertificatePaper(CertificateWords.in(languages), reports.times(languages));
        return forms.using(actor.tenant(), app, form, compiled -> certificates.issue(actor, compiled, asked))
                .chain(document -> reports.print(actor, paper.of(document), languages))
                .map(pdf -> answer(pdf, PDF, id, "pdf"));
    }

    private static Certificates.Asked asked(String id, @Nullable String instance, String language, boolean paper) {
        return new Certificates.Asked(
                uuid(id), instance == null ? null : uuid(instance), Preference.language(language), paper);
    }

    private static UUID uuid(String text) {
        return Ids.parse(text).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }

    /** No name of a file tells anything of a person. */
    private static Response answer(Object body, String type, String id, String suffix) {
        return Response.ok(body)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"certificate-" + id + "." + suffix + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
