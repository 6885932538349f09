package io.jianmi.core.identity.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.OrgSource.Renewal;
import io.jianmi.core.json.Json;
import io.quarkus.oidc.AuthorizationCodeTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one browser session as the provider gave them.
 *
 * @param refresh null when the provider gave none: the session ends with its tokens
 */
record SessionTokens(String id, String access, @Nullable String refresh) {

    static SessionTokens of(AuthorizationCodeTokens tokens) {
        return new SessionTokens(tokens.getIdToken(), tokens.getAccessToken(), tokens.getRefreshToken());
    }

    static SessionTokens of(Renewal.Tokens tokens) {
        return new SessionTokens(tokens.id(), tokens.access(), tokens.refresh());
    }

    /** Of what {@link #bytes} gave. */
    static SessionTokens parse(byte[] text) {
        JsonNode node = Json.parse(new String(text, StandardCharsets.UTF_8));
        return new SessionTokens(
                node.path("id").textValue(),
                node.path("access").textValue(),
                node.path("refresh").textValue());
    }

    byte[] bytes() {
        ObjectNode node =
                Json.NODES.objectNode().put("id", id).put("access", access).put("refresh", refresh);
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    AuthorizationCodeTokens forQuarkus() {
        return new AuthorizationCodeTokens(id, access, refresh);
    }

    /** When the session has to be renewed at the latest: the claim {@code exp} of the ID token (RFC 7519, 4.1.4), which is sealed here and so need not be verified. */
    Instant goodUntil() {
        String claims = id.split("\\.", 3)[1];
        String text = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return Instant.ofEpochSecond(Json.parse(text).path("exp").longValue());
    }
}
