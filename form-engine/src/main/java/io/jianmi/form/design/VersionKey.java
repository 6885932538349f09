package io.jianmi.form.design;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Identity of a published version. */
@Embeddable
public record VersionKey(
        @Column(name = "tenant") String tenant,
        @Column(name = "form") String form,
        @Column(name = "version") int version) {}
