package io.jianmi.core.identity.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record RoleKey(
        @Column(name = "tenant") String tenant,
        @Column(name = "key") String key) {}
