package io.jianmi.server.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the embedded parts and of the product, written by the build. */
record Versions(String postgres, String keycloak, String product) {

    static Versions ofThisBuild() {
        Properties values = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream("/versions.properties")) {
            values.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("versions.properties does not read", e);
        }
        return new Versions(
                values.getProperty("postgres"), values.getProperty("keycloak"), values.getProperty("product"));
    }
}
