package io.jianmi.form.design;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The draft of a form: the whole document as the designer left it. */
@Entity
@Table(name = "form_draft")
public class DraftRow {

    @EmbeddedId
    FormKey key;

    @Column(name = "app")
    String app;

    @Column(name = "definition")
    String definition;

    @Column(name = "revision")
    int revision;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "updated_by")
    String updatedBy;

    /** For the mapper. */
    protected DraftRow() {}

    DraftRow(FormKey key, String app, String definition, Instant at, String by) {
        this.key = key;
        this.app = app;
        this.definition = definition;
        this.revision = 1;
        this.updatedAt = at;
        this.updatedBy = by;
    }

    final void replace(String document, Instant at, String by) {
        definition = document;
        revision++;
        updatedAt = at;
        updatedBy = by;
    }
}
