package io.jianmi.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jianmi.core.json.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says where what was made is (RFC 9110, 10.2.2): below the address that it was posted to, under its id or key. A path alone, since
 * behind a proxy the server does not know its own name. Who makes something elsewhere says so himself.
 */
public class CreatedLocation {

    private final ObjectMapper mapper;

    CreatedLocation(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.CREATED.getStatusCode()
                || !response.hasEntity()
                || response.getHeaders().containsKey(HttpHeaders.LOCATION)) {
            return;
        }
        JsonNode made = Json.tree(mapper, response.getEntity());
        String name = made.path("id").asText(made.path("key").asText());
        if (!name.isEmpty()) {
            String path = request.getUriInfo().getRequestUri().getRawPath();
            response.getHeaders().add(HttpHeaders.LOCATION, path + "/" + name);
        }
    }
}
