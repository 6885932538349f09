package io.jianmi.core.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgSource;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keycloak as those see it who are sent there. */
@Singleton
final class KeycloakSource implements OrgSource {

    private final String realmUrl;
    private final OrgMirror mirror;
    private final KeycloakApi keycloak;
    private final BrowserSignIns signIns;

    KeycloakSource(
            @ConfigProperty(name = "jianmi.oidc.url") String realmUrl,
            OrgMirror mirror,
            KeycloakApi keycloak,
            BrowserSignIns signIns) {
        this.signIns = signIns;
        this.realmUrl = realmUrl;
        this.mirror = mirror;
        this.keycloak = keycloak;
    }

    @Override
    public Pages pages() {
        String account = realmUrl + "/account";
        return new Pages(
                URI.create(realmUrl.replaceFirst("/realms/([^/]+)$", "/admin/$1/console/")),
                URI.create(account),
                URI.create(account + "/account-security/signing-in"),
                URI.create(account + "/account-security/device-activity"));
    }

    @Override
    public Optional<Instant> readAt() {
        return Optional.of(mirror.readAt()).filter(at -> at.isAfter(Instant.EPOCH));
    }

    @Override
    public boolean answers() {
        return mirror.answers();
    }

    @Override
    public void read() {
        try {
            mirror.read();
        } catch (UncheckedIOException e) {
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        }
    }

    @Override
    public Optional<Boolean> secondFactor(MemberId member) {
        try {
            JsonNode user = keycloak.get("/users/" + URLEncoder.encode(member.value(), StandardCharsets.UTF_8));
            return user.path("totp").isBoolean() ? Optional.of(user.path("totp").booleanValue()) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Uni<Boolean> signOut(String refreshToken) {
        return signIns.end(refreshToken);
    }

    @Override
    public Uni<Renewal> renew(String refreshToken) {
        return signIns.renew(refreshToken);
    }
}
