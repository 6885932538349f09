package io.jianmi.form.design;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A published version of a form; never changed. */
@Entity
@Immutable
@Table(name = "form_version")
public class VersionRow {

    @EmbeddedId
    VersionKey key;

    @Column(name = "app")
    String app;

    @Column(name = "definition")
    String definition;

    /** What the version took over from those before it. */
    @Column(name = "kept")
    String kept;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    /** For the mapper. */
    protected VersionRow() {}

    VersionRow(VersionKey key, String app, String definition, String kept, Instant publishedAt, String publishedBy) {
        this.key = key;
        this.app = app;
        this.definition = definition;
        this.kept = kept;
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
    }
}
