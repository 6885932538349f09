package io.jianmi.form.design;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Identity of a draft row. */
@Embeddable
public record FormKey(
        @Column(name = "tenant") String tenant,
        @Column(name = "form") String form) {}
