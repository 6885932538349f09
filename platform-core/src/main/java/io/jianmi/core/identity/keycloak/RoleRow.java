package io.jianmi.core.identity.keycloak;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A role that exists in a tenant, with or without members. */
@Entity
@Table(name = "role")
public class RoleRow {

    @EmbeddedId
    RoleKey key;

    /** For the mapper. */
    protected RoleRow() {}

    RoleRow(RoleKey key) {
        this.key = key;
    }
}
