package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Apps of a tenant: designers see all, others those with a form that they may see. */
@Path("/api/v1/tenants/{tenant}/apps")
public class AppsResource {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_KEY = 40;

    private final Callers callers;
    private final PlatformPipeline platform;
    private final CreateApp.Handler creator;
    private final DeleteApp.Handler deleter;
    private final CompiledForms forms;
    private final Idempotency once;

    AppsResource(
            Callers callers,
            PlatformPipeline platform,
            CreateApp.Handler creator,
            DeleteApp.Handler deleter,
            CompiledForms forms,
            Idempotency once) {
        this.callers = callers;
        this.platform = platform;
        this.creator = creator;
        this.deleter = deleter;
        this.forms = forms;
        this.once = once;
    }

    /** A list on one page. */
    public record Page<T>(List<T> items, @Nullable String next) {}

    /** Body of {@code POST /apps}. */
    public record NewApp(@Nullable String key, @Nullable JsonNode title) {}

    @GET
    @WholeList
    @OpenToClients
    @Simulable
    public Uni<Page<AppView>> list(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        return platform.inTenant(actor.tenant(), session -> Definitions.apps(session, tenant))
                .chain(apps -> visible(actor)
                        .map(visible -> new Page<>(
                                apps.stream()
                                        .filter(app -> Designers.include(actor) || visible.contains(app.key.key()))
                                        .map(AppView::of)
                                        .toList(),
                                null)));
    }

    @POST
    @ResponseStatus(201)
    public Uni<AppView> create(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable NewApp body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        String key = body == null ? null : body.key();
        if (key == null || key.length() > MAX_KEY || !KEY.matcher(key).matches()) {
            findings.add(Finding.error("definition.pattern", "/key"));
        }
        JsonNode title = body == null ? null : body.title();
        if (title == null
                || !(title.isTextual() && !title.textValue().isBlank() || title.isObject() && !title.isEmpty())) {
            findings.add(Finding.error("definition.shape", "/title"));
        }
        if (!Designers.include(actor)) {
            // The pipeline refuses and logs it, whatever was sent.
            return platform.run(creator, new CreateApp("", Json.NODES.nullNode(), Optional.empty()), actor);
        }
        if (!findings.isEmpty() || key == null || title == null) {
            throw ProblemException.of(DesignProblem.APP_INVALID, findings);
        }
        Optional<Idempotency.Request> request = Idempotency.Request.of(idempotency, "app/" + key, title);
        return once.once(
                actor,
                request,
                made -> get(tenant, key),
                () -> platform.run(creator, new CreateApp(key, title, request), actor));
    }

    @GET
    @OpenToClients
    @Simulable
    @Path("{app}")
    public Uni<AppView> get(@PathParam("tenant") String tenant, @PathParam("app") String app) {
        return list(tenant)
                .map(page -> page.items().stream()
                        .filter(view -> view.key().equals(app))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    @DELETE
    @Path("{app}")
    @ResponseStatus(204)
    public Uni<Void> delete(@PathParam("tenant") String tenant, @PathParam("app") String app) {
        return platform.run(deleter, new DeleteApp(app), callers.in(tenant)).replaceWithVoid();
    }

    private Uni<Set<String>> visible(Actor actor) {
        if (Designers.include(actor)) {
            return Uni.createFrom().item(Set.of());
        }
        return forms.all(actor.tenant())
                .map(all -> all.stream()
                        .filter(published ->
                                !published.form().access().own(actor).groups().isEmpty())
                        .map(CompiledForms.Published::app)
                        .collect(Collectors.toSet()));
    }
}
