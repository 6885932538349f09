package io.jianmi.core.identity.signin;

import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OrgSource;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code GET /me/account}: how safely the caller signs in, and where he sees to it; nothing of it is kept here. */
@Path("/api/v1/me/account")
@Blocking
public class AccountResource {

    private final Callers callers;
    private final OrgSource source;

    AccountResource(Callers callers, OrgSource source) {
        this.callers = callers;
        this.source = source;
    }

    /**
     * The caller's account.
     *
     * @param secondFactor whether he has set up an authenticator, null when that is not known at this moment
     * @param level how strongly he is signed in now ({@code acr}), null when not told
     * @param signingIn page where he sets up what he signs in with
     * @param devices page where he ends his sign-in on other devices
     */
    public record Account(
            @Nullable Boolean secondFactor, @Nullable String level, URI account, URI signingIn, URI devices) {}

    @GET
    public Account account() {
        OrgSource.Pages pages = source.pages();
        return new Account(
                source.secondFactor(callers.id()).orElse(null),
                callers.level().orElse(null),
                pages.account(),
                pages.signingIn(),
                pages.devices());
    }
}
