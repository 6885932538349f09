package io.jianmi.core.administration;

import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What runs, waits or has lately ended in the whole tenant, whoever began it. For administrators. */
@Path("/api/v1/tenants/{tenant}/jobs")
public class JobsResource {

    private static final int MOST = 100;

    private static final Comparator<JobSource.Job> ORDER = Comparator.comparing(JobSource.Job::open)
            .reversed()
            .thenComparing(Comparator.comparing(JobSource.Job::createdAt).reversed());

    private final Callers callers;
    private final CommandPipeline pipeline;
    private final CancelJob.Handler cancelling;
    private final List<JobSource> sources;

    JobsResource(
            Callers callers, CommandPipeline pipeline, CancelJob.Handler cancelling, @All List<JobSource> sources) {
        this.callers = callers;
        this.pipeline = pipeline;
        this.cancelling = cancelling;
        this.sources = List.copyOf(sources);
    }

    /** On one page, what is open first; {@code next} is always null. */
    public record Page(List<JobSource.Job> items, @Nullable String next) {}

    @GET
    @WholeList
    public Uni<Page> list(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        Administrators.require(actor);
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(source -> source.jobs(actor.tenant(), MOST))
                .collect()
                .asList()
                .map(found -> new Page(
                        found.stream()
                                .flatMap(List::stream)
                                .sorted(ORDER)
                                .limit(MOST)
                                .toList(),
                        null));
    }

    @POST
    @Path("{id}/cancel")
    public Uni<Response> cancel(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        UUID known = Ids.parse(id).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        return pipeline.run(cancelling, new CancelJob(known), actor)
                .map(done -> Response.noContent().build());
    }
}
