package io.jianmi.server.boot;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks whether a realm answers; Keycloak says 503 while it starts, so an open port proves nothing. */
final class RealmProbe {

    private static final int TIMEOUT_MILLIS = 3000;

    private RealmProbe() {}

    static boolean answers(String realmUrl) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(realmUrl + "/.well-known/openid-configuration")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
