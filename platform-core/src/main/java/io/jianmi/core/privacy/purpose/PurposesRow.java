package io.jianmi.core.privacy.purpose;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The list of a tenant that has changed it; the others have the list that every tenant starts with. */
@Entity
@Table(name = "purposes")
public class PurposesRow {

    @Id
    @Column(name = "tenant")
    String tenant;

    @Column(name = "items")
    String items;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "updated_by")
    String updatedBy;

    /** For the mapper. */
    protected PurposesRow() {}

    PurposesRow(String tenant) {
        this.tenant = tenant;
    }
}
