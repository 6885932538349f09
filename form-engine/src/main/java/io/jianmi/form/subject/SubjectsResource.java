package io.jianmi.form.subject;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.erasure.SubjectStanding;
import io.jianmi.form.record.KnownSubjects;
import io.jianmi.form.record.Preference;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Data subjects for the privacy desk, by exactly what identifies them; for anybody else there is none. Every look is noted before it is answered. */
@Path("/api/v1/tenants/{tenant}/privacy/subjects")
public class SubjectsResource {

    private static final int LONGEST = 300;

    private final Callers callers;
    private final ReadLog reads;
    private final KnownSubjects subjects;
    private final SubjectStanding standing;

    SubjectsResource(Callers callers, ReadLog reads, KnownSubjects subjects, SubjectStanding standing) {
        this.callers = callers;
        this.reads = reads;
        this.subjects = subjects;
        this.standing = standing;
    }

    /** @param search what identifies the person, as it is typed into a record; never logged */
    @GET
    @WholeList
    public Uni<Response> search(@PathParam("tenant") String tenant, @QueryParam("search") @Nullable String search) {
        Actor actor = callers.in(tenant);
        AuditDraft look = AuditDraft.of("subject.search", "subject/-");
        desk(actor, look);
        if (search == null || search.isBlank() || search.length() > LONGEST) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "search"));
        }
        return reads.noting(actor, look, subjects.identified(actor, search))
                .call(found -> reads.stored(actor, looks(look, found)))
                .map(found -> {
                    ObjectNode page = Json.NODES.objectNode();
                    ArrayNode items = page.putArray("items");
                    found.forEach(id -> items.addObject().put("id", id.toString()));
                    return told(page.putNull("next"));
                });
    }

    private static List<AuditDraft> looks(AuditDraft nobody, Set<UUID> found) {
        return found.isEmpty()
                ? List.of(nobody)
                : found.stream()
                        .map(id -> AuditDraft.of("subject.search", "subject/" + id))
                        .toList();
    }

    @GET
    @Path("{id}")
    public Uni<Response> show(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        UUID subject = Ids.parse(id).orElse(null);
        AuditDraft look = AuditDraft.of("subject.read", "subject/" + (subject == null ? "-" : subject));
        desk(actor, look);
        if (subject == null) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        return reads.stored(actor, List.of(look))
                .chain(() -> subjects.find(actor.tenant(), subject))
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .chain(known -> standing.told(actor, subject).map(how -> {
                    ObjectNode answer = answer(known, Preference.language(language));
                    how.ifPresent(answer::setAll);
                    return told(answer);
                }));
    }

    private void desk(Actor actor, AuditDraft look) {
        if (!PrivacyDesk.sits(actor)) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(actor, look, problem);
            throw problem;
        }
    }

    private static ObjectNode answer(KnownSubjects.Known known, String language) {
        ObjectNode answer = Json.NODES
                .objectNode()
                .put("id", known.id().toString())
                .put("createdAt", known.since().toString());
        ArrayNode forms = answer.putArray("forms");
        known.holdings().forEach(holding -> {
            ObjectNode form = forms.addObject();
            String key = holding.published().form().key();
            form.put("app", holding.published().app());
            form.put("form", key);
            form.put("title", holding.published().form().title().in(language, key));
            form.put("records", holding.records());
            ArrayNode newest = form.putArray("newest");
            holding.newest().forEach(record -> newest.add(record.toString()));
        });
        return answer;
    }

    /** Nobody keeps whom the desk has asked for (RFC 9111, 5.2.2.5). */
    private static Response told(ObjectNode answer) {
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }
}
