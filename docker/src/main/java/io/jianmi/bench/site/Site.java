package io.jianmi.bench.site;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where an embedded installation is.
 *
 * @param url address of the server, without a path
 * @param realm address of the Keycloak realm
 * @param tenant key of the tenant that the tools work in
 * @param home {@code JIANMI_HOME}: secrets, logs, the cluster's directory
 * @param postgresPort loopback port of the embedded PostgreSQL
 */
public record Site(URI url, String realm, String tenant, Path home, int postgresPort) {

    /** As the environment says, with the launcher's defaults. */
    public static Site from(Map<String, String> environment) {
        String keycloakPort = environment.getOrDefault("JIANMI_KEYCLOAK_PORT", "8180");
        return new Site(
                URI.create("http://127.0.0.1:" + environment.getOrDefault("JIANMI_PORT", "8080")),
                Optional.ofNullable(environment.get("JIANMI_OIDC_URL"))
                        .orElse("http://127.0.0.1:" + keycloakPort + "/realms/jianmi"),
                "demo",
                Path.of(environment.getOrDefault("JIANMI_HOME", System.getProperty("user.home") + "/.jianmi"))
                        .toAbsolutePath(),
                Integer.parseInt(environment.getOrDefault("JIANMI_PG_PORT", "15432")));
    }

    public Site at(URI otherUrl) {
        return new Site(otherUrl, realm, tenant, home, postgresPort);
    }

    /** {@code /api/v1/tenants/<tenant>}. */
    public String tenantPath() {
        return "/api/v1/tenants/" + tenant;
    }

    /** {@code /api/v1/tenants/<tenant>/apps/<app>/forms/<form>}. */
    public String formPath(String app, String form) {
        return tenantPath() + "/apps/" + app + "/forms/" + form;
    }

    public String hostAndPort() {
        return url.getHost() + ":" + url.getPort();
    }

    /** What another server's environment says to use this installation's databases, sign-in and root key as external ones. */
    public Map<String, String> asExternal() {
        String database = "postgresql://%s:%s@127.0.0.1:" + postgresPort + "/%s?sslmode=disable";
        return Map.of(
                "JIANMI_DB_URL", database.formatted("jianmi_app", secret("jianmi_app"), "jianmi"),
                "JIANMI_KEYS_DB_URL", database.formatted("jianmi_keys", secret("jianmi_keys"), "jianmi_keys"),
                "JIANMI_OIDC_URL", realm,
                "JIANMI_OIDC_WEB_SECRET", secret("oidc.web"),
                "JIANMI_OIDC_ADMIN_SECRET", secret("oidc.admin"),
                "JIANMI_KMS_URI", "file:" + home.resolve("root-key.json"));
    }

    /** A generated password of this installation, by the name that the launcher gave it. */
    public String secret(String name) {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("no secrets in " + home + ": is JIANMI_HOME right?", e);
        }
        return Optional.ofNullable(secrets.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("no secret " + name + " in " + home));
    }
}
