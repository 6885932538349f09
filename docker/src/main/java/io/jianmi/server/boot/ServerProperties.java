package io.jianmi.server.boot;

import java.nio.file.Path;
import java.util.Optional;

/** Hands addresses and passwords to the server as the properties that {@code application.properties} refers to. */
final class ServerProperties {

    private final Settings settings;
    private final Secrets secrets;
    private final Optional<Path> socket;

    /** @param socket where our own PostgreSQL listens besides its port */
    ServerProperties(Settings settings, Secrets secrets, Optional<Path> socket) {
        this.settings = settings;
        this.secrets = secrets;
        this.socket = socket;
    }

    void apply() {
        set("jianmi.home", settings.home().toString());
        set("jianmi.audit.anchor-dir", settings.home().resolve("anchors").toString());
        set("jianmi.host", settings.host());
        set("jianmi.port", Integer.toString(settings.port()));
        // One for each processor: more of them only wake each other up.
        set("quarkus.vertx.event-loops-pool-size", Integer.toString(eventLoops()));
        set("jianmi.embedded", Boolean.toString(settings.embeddedKeycloak()));
        database("jianmi.db", settings.database(), "jianmi", "jianmi_app");
        database("jianmi.keys-db", settings.keysDatabase(), "jianmi_keys", "jianmi_keys");
        set("jianmi.oidc.url", settings.realmUrl());
        set("jianmi.oidc.web-secret", environment("JIANMI_OIDC_WEB_SECRET", "oidc.web"));
        set("jianmi.oidc.admin-secret", environment("JIANMI_OIDC_ADMIN_SECRET", "oidc.admin"));
    }

    private void database(String prefix, Optional<DatabaseUrl> external, String name, String user) {
        DatabaseUrl url = external.orElseGet(
                () -> new DatabaseUrl("127.0.0.1", settings.postgresPort(), name, user, secrets.get(user), "disable"));
        set(prefix + ".jdbc-url", url.jdbc());
        Optional<Path> ours = external.isPresent() ? Optional.empty() : socket;
        set(prefix + ".reactive-url", ours.map(url::reactive).orElseGet(url::reactive));
        set(prefix + ".user", url.user());
        set(prefix + ".password", url.password());
    }

    /** An external realm's secrets come by environment; those of our own Keycloak were made here. */
    private String environment(String name, String secret) {
        return Optional.ofNullable(System.getenv(name)).orElseGet(() -> secrets.get(secret));
    }

    private static int eventLoops() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    private static void set(String name, String value) {
        System.setProperty(name, value);
    }
}
