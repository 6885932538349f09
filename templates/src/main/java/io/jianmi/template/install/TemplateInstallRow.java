package io.jianmi.template.install;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a tenant has a template. */
@Entity
@Table(name = "template_install", schema = "platform")
public class TemplateInstallRow {

    /** Identity of an installation. */
    @Embeddable
    public record Key(
            @Column(name = "tenant") String tenant,
            @Column(name = "template") String template) {}

    @EmbeddedId
    Key key;

    @Column(name = "version")
    String version;

    @Column(name = "installed_at")
    Instant installedAt;

    @Column(name = "installed_by")
    String installedBy;

    /** For Hibernate. */
    protected TemplateInstallRow() {
        this(new Key("", ""), "", Instant.EPOCH, "");
    }

    TemplateInstallRow(Key key, String version, Instant installedAt, String installedBy) {
        this.key = key;
        this.version = version;
        this.installedAt = installedAt;
        this.installedBy = installedBy;
    }
}
