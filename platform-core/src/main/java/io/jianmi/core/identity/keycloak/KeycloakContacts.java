package io.jianmi.core.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberContacts;
import io.jianmi.core.identity.MemberId;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Members' mail addresses and languages as Keycloak has them at this moment. */
@Singleton
final class KeycloakContacts implements MemberContacts {

    private static final String USUAL = "zh-CN";

    private final KeycloakApi keycloak;

    KeycloakContacts(KeycloakApi keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public Optional<Contact> of(MemberId member) {
        JsonNode user = keycloak.get("/users/" + URLEncoder.encode(member.value(), StandardCharsets.UTF_8));
        return Optional.of(user.path("email").asText())
                .filter(address -> !address.isBlank())
                .map(address -> new Contact(
                        address, user.path("attributes").path("locale").path(0).asText(USUAL)));
    }
}
