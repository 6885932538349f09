package io.jianmi.core.identity.signin;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /login?to=/path}: only a signed-in browser gets here (others are sent to sign in first); it goes on to the path.
 * With {@code &acr=mfa} it is asked for a second factor on the way ({@link StepUp}).
 */
@Path("/login")
@NonBlocking
public class SignInResource {

    /** A path of our own: no second slash or backslash at its start, which browsers read as another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[A-Za-z0-9_.~%!$&'()*+,;=:@?#-][^\\\\\\s]*)?");

    @GET
    public Response go(@QueryParam("to") @Nullable String to) {
        String path = to != null && OWN_PATH.matcher(to).matches() ? to : "/";
        return Response.seeOther(URI.create(path)).build();
    }

    /** Where Keycloak sends browsers back to; one that is signed in already and brings nothing new goes on to the start. */
    @GET
    @Path("/done")
    public Response done() {
        return go(null);
    }
}
