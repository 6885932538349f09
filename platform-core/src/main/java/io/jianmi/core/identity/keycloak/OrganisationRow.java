package io.jianmi.core.identity.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A tenant that has a mirrored organisation; the list that a starting server reads first. */
@Entity
@Table(name = "organisation")
public class OrganisationRow {

    @Id
    @Column(name = "tenant")
    String tenant;

    @Column(name = "mirrored_at")
    Instant mirroredAt;

    /** For the mapper. */
    protected OrganisationRow() {}

    OrganisationRow(String tenant, Instant mirroredAt) {
        this.tenant = tenant;
        this.mirroredAt = mirroredAt;
    }
}
