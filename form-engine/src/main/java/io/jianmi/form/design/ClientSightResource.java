package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.ApiClient;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.ClientProblem;
import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an API client of these roles, this purpose and this ceiling would have of each published form: the one access decision, no record read. */
@Path("/api/v1/tenants/{tenant}/api-clients/preview")
public class ClientSightResource {

    /** Nobody's. */
    private static final UUID NONE = new UUID(0, 0);

    private static final Set<String> CEILINGS = Set.of("public", "internal", "personal");

    private final Callers callers;
    private final CompiledForms forms;

    ClientSightResource(Callers callers, CompiledForms forms) {
        this.callers = callers;
        this.forms = forms;
    }

    @POST
    public Uni<ObjectNode> preview(@PathParam("tenant") String tenant, @Nullable JsonNode body) {
        Actor administrator = callers.in(tenant);
        Administrators.require(administrator);
        Actor client = client(body == null ? Json.NODES.objectNode() : body).actor(administrator.tenant());
        return forms.all(administrator.tenant()).map(all -> {
            ObjectNode answer = Json.NODES.objectNode();
            ArrayNode seen = answer.putArray("forms");
            all.stream()
                    .filter(one -> ClientSight.any(one.form(), client))
                    .forEach(one -> seen.add(ClientSight.of(one.app(), one.form(), client)));
            return answer;
        });
    }

    private static ApiClient client(JsonNode body) {
        List<Finding> findings = new ArrayList<>();
        String ceiling = body.path("ceiling").asText();
        if (!CEILINGS.contains(ceiling)) {
            findings.add(
                    Finding.error("api-client.ceiling", "/ceiling", Map.of("expected", "public, internal, personal")));
        }
        if (!body.path("roles").isArray()) {
            findings.add(Finding.error("api-client.roles", "/roles"));
        }
        if (!findings.isEmpty()) {
            throw ProblemException.of(ClientProblem.INVALID, findings);
        }
        Set<String> roles = new LinkedHashSet<>();
        body.path("roles").forEach(role -> roles.add(role.asText()));
        ClientTerms terms =
                new ClientTerms(Sensitivity.parse(ceiling), body.path("purpose").asText());
        return new ApiClient(NONE, "", roles, terms, true);
    }
}
