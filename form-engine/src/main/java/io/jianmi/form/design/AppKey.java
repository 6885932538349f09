package io.jianmi.form.design;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Identity of an app row. */
@Embeddable
public record AppKey(
        @Column(name = "tenant") String tenant,
        @Column(name = "key") String key) {}
