package io.jianmi.core.identity.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Identity of a mirrored row: an id means something inside its tenant only. */
@Embeddable
public record OrgKey(
        @Column(name = "tenant") String tenant,
        @Column(name = "id") String id) {}
