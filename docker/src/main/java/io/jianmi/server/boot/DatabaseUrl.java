package io.jianmi.server.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Address of a PostgreSQL database, read from {@code postgresql://user:password@host:5432/name?sslmode=verify-full} or
 * {@code jdbc:postgresql://host/name?user=...&password=...} (libpq's and pgjdbc's forms). Never printed: it holds a
 * password.
 */
record DatabaseUrl(String host, int port, String name, String user, String password, String sslMode) {

    private static final String SHAPE =
            " is not understood. Write postgresql://user:password@host:5432/name?sslmode=verify-full.";

    static DatabaseUrl parse(String setting, String text) {
        String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        URI uri;
        try {
            uri = new URI(plain.replaceFirst("^postgres://", "postgresql://"));
        } catch (URISyntaxException e) {
            throw new StartFailure(setting + SHAPE);
        }
        String path = uri.getPath();
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || path == null || path.length() < 2) {
            throw new StartFailure(setting + SHAPE);
        }
        Map<String, String> query = query(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        String[] credentials = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String user = credentials.length > 0 ? decode(credentials[0]) : query.getOrDefault("user", "");
        String password = credentials.length > 1 ? decode(credentials[1]) : query.getOrDefault("password", "");
        if (user.isEmpty()) {
            throw new StartFailure(setting + SHAPE);
        }
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.substring(1),
                user,
                password,
                query.getOrDefault("sslmode", "prefer"));
    }

    String jdbc() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?sslmode=" + sslMode;
    }

    String reactive() {
        return "postgresql://" + host + ":" + port + "/" + name + "?sslmode=" + sslMode;
    }

    /** The same by the socket of this directory; nothing on the way needs to be encrypted. */
    String reactive(Path socket) {
        return "postgresql://" + URLEncoder.encode(socket.toString(), StandardCharsets.UTF_8) + ":" + port + "/" + name;
    }

    @Override
    public String toString() {
        return "DatabaseUrl[" + host + ":" + port + "/" + name + "]";
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.put(decode(parts[0]), decode(parts[1]));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
