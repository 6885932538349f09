package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Follows the documented behaviour of Vault's transit engine for keys of type aes256-gcm96, with real AES-256-GCM: encrypt
 * and decrypt with associated data, key versions, tokens, namespaces and Vault's status codes
 * (https://developer.hashicorp.com/vault/api-docs/secret/transit). It is not Vault.
 */
final class TransitServer implements AutoCloseable {

    static final String TOKEN = "hvs.test";

    private static final Pattern ROUTE =
            Pattern.compile("POST/v1/transit/(?<operation>encrypt|decrypt)/(?<key>[\\w-]+)");

    private record Answer(int status, String body) {}

    /** Answered in place of everything else when set: 503 is a sealed Vault, 429 an overloaded one. */
    volatile int outage;

    volatile String token = TOKEN;
    volatile @Nullable String namespace;

    /** Old versions of Vault ignore the parameter. */
    volatile boolean bindsAssociatedData = true;

    final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;
    private final Map<String, NavigableMap<Integer, Aead>> keys = new ConcurrentHashMap<>();

    private TransitServer(HttpServer server) {
        this.server = server;
        server.createContext("/v1/", this::answer);
        server.start();
    }

    static TransitServer plain() throws IOException {
        return new TransitServer(HttpServer.create(loopback(), 0));
    }

    /** With a certificate for 127.0.0.1 alone; the authority to trust is then in the folder as {@code ca.pem}. */
    static TransitServer tls(Path folder) throws Exception {
        Path store = folder.resolve("vault.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=vault",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "vault");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "vault",
                "-file",
                folder.resolve("ca.pem").toString());
        KeyStore keyStore = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keyStore.load(file, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keyStore, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(loopback(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return new TransitServer(https);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** {@code vault write -f transit/keys/NAME}, or {@code .../rotate} for one that exists. */
    TransitServer rotate(String key) throws GeneralSecurityException {
        NavigableMap<Integer, Aead> versions = keys.computeIfAbsent(key, name -> new TreeMap<>());
        versions.put(versions.size() + 1, Keys.data(Random.randBytes(Keys.BYTES)));
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try {
            Answer answer = answer(
                    exchange.getRequestHeaders().getFirst("X-Vault-Token"),
                    exchange.getRequestHeaders().getFirst("X-Vault-Namespace"),
                    exchange.getRequestMethod() + exchange.getRequestURI().getPath(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } finally {
            exchange.close();
        }
    }

    private Answer answer(@Nullable String caller, @Nullable String space, String route, String body) {
        if (outage != 0) {
            return new Answer(outage, "{\"errors\":[\"Vault is sealed\"]}");
        }
        if (!token.equals(caller) || (namespace != null && !Objects.equals(namespace, space))) {
            return new Answer(403, "{\"errors\":[\"permission denied\"]}");
        }
        Matcher known = ROUTE.matcher(route);
        if (!known.matches()) {
            return new Answer(404, "{\"errors\":[\"no handler for route\"]}");
        }
        NavigableMap<Integer, Aead> versions = keys.get(known.group("key"));
        if (versions == null) {
            return new Answer(400, "{\"errors\":[\"encryption key not found\"]}");
        }
        try {
            JsonNode request = Json.parse(body);
            return new Answer(
                    200,
                    known.group("operation").equals("encrypt")
                            ? encrypt(versions, request)
                            : decrypt(versions, request));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Answer(400, "{\"errors\":[\"cipher: message authentication failed\"]}");
        }
    }

    private String encrypt(NavigableMap<Integer, Aead> versions, JsonNode request) throws GeneralSecurityException {
        int newest = versions.lastKey();
        byte[] sealed = versions.lastEntry()
                .getValue()
                .encrypt(bytes(request.path("plaintext").asText()), associated(request));
        return "{\"data\":{\"ciphertext\":\"vault:v" + newest + ":"
                + Base64.getEncoder().encodeToString(sealed) + "\",\"key_version\":" + newest + "}}";
    }

    private String decrypt(NavigableMap<Integer, Aead> versions, JsonNode request) throws GeneralSecurityException {
        String[] parts = request.path("ciphertext").asText().split(":");
        if (parts.length != 3 || !parts[0].equals("vault") || !parts[1].startsWith("v")) {
            throw new GeneralSecurityException("invalid ciphertext: no prefix");
        }
        Aead key = versions.get(Integer.valueOf(parts[1].substring(1)));
        if (key == null) {
            throw new GeneralSecurityException("ciphertext version is disallowed by policy");
        }
        byte[] clear = key.decrypt(bytes(parts[2]), associated(request));
        return "{\"data\":{\"plaintext\":\"" + Base64.getEncoder().encodeToString(clear) + "\"}}";
    }

    private byte[] associated(JsonNode request) {
        return bindsAssociatedData ? bytes(request.path("associated_data").asText()) : new byte[0];
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.getBytes(US_ASCII));
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void keytool(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
