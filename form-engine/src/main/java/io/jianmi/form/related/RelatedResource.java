package io.jianmi.form.related;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.related.RelatedLists.RelatedList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lists belong beside a record of a form, for whoever asks. No record is read for it. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/related")
public class RelatedResource {

    private final Callers callers;
    private final CompiledForms forms;

    RelatedResource(Callers callers, CompiledForms forms) {
        this.callers = callers;
        this.forms = forms;
    }

    /** @param next always null, there is one page */
    public record Page(List<RelatedList> items, @Nullable String next) {}

    @GET
    @WholeList
    @Simulable
    public Uni<Page> list(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .invoke(target -> require(target, actor))
                .chain(target -> forms.all(actor.tenant()))
                .map(all -> new Page(RelatedLists.of(all, form, actor), null));
    }

    /** Whoever is in no group of the form is not told what points at it. */
    private static void require(CompiledForm target, Actor actor) {
        if (target.access().own(actor).groups().isEmpty()) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
    }
}
