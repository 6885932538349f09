package io.jianmi.server.boot;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about this installation.
 *
 * @param home where data of the embedded parts, secrets and logs live ({@code JIANMI_HOME})
 * @param host address that the server listens on ({@code JIANMI_HOST})
 * @param port port of the server ({@code JIANMI_PORT})
 * @param postgresPort loopback port of the embedded PostgreSQL ({@code JIANMI_PG_PORT})
 * @param keycloakPort loopback port of the embedded Keycloak ({@code JIANMI_KEYCLOAK_PORT})
 * @param database external main database ({@code JIANMI_DB_URL})
 * @param keysDatabase external database of wrapped keys ({@code JIANMI_KEYS_DB_URL})
 * @param oidcUrl external realm, such as {@code https://id.example.com/realms/jianmi} ({@code JIANMI_OIDC_URL})
 */
record Settings(
        Path home,
        String host,
        int port,
        int postgresPort,
        int keycloakPort,
        Optional<DatabaseUrl> database,
        Optional<DatabaseUrl> keysDatabase,
        Optional<String> oidcUrl) {

    static Settings from(Map<String, String> environment) {
        return new Settings(
                home(text(environment, "JIANMI_HOME").orElse(System.getProperty("user.home") + "/.jianmi")),
                text(environment, "JIANMI_HOST").orElse("127.0.0.1"),
                port(environment, "JIANMI_PORT", 8080),
                port(environment, "JIANMI_PG_PORT", 15432),
                port(environment, "JIANMI_KEYCLOAK_PORT", 8180),
                text(environment, "JIANMI_DB_URL").map(url -> DatabaseUrl.parse("JIANMI_DB_URL", url)),
                text(environment, "JIANMI_KEYS_DB_URL").map(url -> DatabaseUrl.parse("JIANMI_KEYS_DB_URL", url)),
                text(environment, "JIANMI_OIDC_URL").map(url -> url.replaceAll("/+$", "")));
    }

    boolean embeddedPostgres() {
        return database.isEmpty() || keysDatabase.isEmpty();
    }

    boolean embeddedKeycloak() {
        return oidcUrl.isEmpty();
    }

    /** The realm's address; the one issuer, whatever name the browser used. */
    String realmUrl() {
        return oidcUrl.orElse("http://127.0.0.1:" + keycloakPort + "/realms/jianmi");
    }

    /** Java names files in the locale's encoding; what that cannot say arrives as replacement characters. */
    private static Path home(String text) {
        try {
            if (text.indexOf('\uFFFD') < 0) {
                return Path.of(text).toAbsolutePath();
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new StartFailure(
                "This terminal's locale cannot name the directory in JIANMI_HOME. Set LC_ALL=C.UTF-8, then start again.");
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String text = text(environment, name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new StartFailure(name + " is not a port. Set it to a number from 1 to 65535.");
        }
        return Integer.parseInt(text);
    }
}
