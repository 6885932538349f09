package io.jianmi.form.design;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An app; its title is kept as JSON text, since it may be one string or one per language. */
@Entity
@Table(name = "app")
public class AppRow {

    @EmbeddedId
    AppKey key;

    @Column(name = "title")
    String title;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    /** For the mapper. */
    protected AppRow() {}

    AppRow(AppKey key, String title, Instant createdAt, String createdBy) {
        this.key = key;
        this.title = title;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }
}
