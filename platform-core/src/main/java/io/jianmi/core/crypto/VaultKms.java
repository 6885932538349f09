package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The root key is a key of HashiCorp Vault's transit engine and never leaves it
 * (https://developer.hashicorp.com/vault/api-docs/secret/transit). A wrapped key is Vault's own text, {@code vault:v3:...};
 * Vault rotates by itself and opens what older versions wrapped. The token is read for every call when it comes from a
 * file, so a Vault agent may renew it there. Blocks.
 */
final class VaultKms implements Kms {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final VaultAddress address;
    private final KeysConfig.Vault config;
    private final HttpClient http;

    VaultKms(VaultAddress address, KeysConfig.Vault config) {
        this.address = address;
        this.config = config;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        config.caFile().map(TrustedAuthority::of).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associatedData) {
        ObjectNode request = Json.NODES.objectNode();
        request.put("plaintext", base64(key)).put("associated_data", base64(associatedData));
        String wrapped = answer("encrypt", request, "ciphertext");
        return wrapped.getBytes(US_ASCII);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
        ObjectNode request = Json.NODES.objectNode();
        request.put("ciphertext", new String(wrapped, US_ASCII)).put("associated_data", base64(associatedData));
        try {
            return Base64.getDecoder().decode(answer("decrypt", request, "plaintext"));
        } catch (IllegalArgumentException notBase64) {
            throw strange();
        }
    }

    private String answer(String operation, ObjectNode body, String member) {
        URI uri = address.of(operation);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("X-Vault-Token", token())
                .header("X-Vault-Request", "true")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body), UTF_8));
        config.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() != 200) {
            throw refusal(operation, response.statusCode());
        }
        return textOf(response.body(), member).orElseThrow(this::strange);
    }

    private static Optional<String> textOf(String body, String member) {
        try {
            return Optional.ofNullable(
                    Json.parse(body).path("data").path(member).textValue());
        } catch (UncheckedIOException notJson) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (SSLException e) {
            throw KmsException.unavailable("Vault at " + address.origin() + " has no certificate that is trusted here."
                    + " Name its authority (PEM) in JIANMI_KMS_VAULT_CA_FILE, and the host as in the certificate.");
        } catch (IOException e) {
            throw KmsException.unavailable("Vault at " + address.origin() + " does not answer ("
                    + e.getClass().getSimpleName() + "). Check JIANMI_KMS_URI, the network, and that Vault runs.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KmsException.unavailable("Interrupted while Vault was asked.");
        }
    }

    /** Status codes: https://developer.hashicorp.com/vault/api-docs#http-status-codes */
    private KmsException refusal(String operation, int status) {
        String path = address.of(operation).getPath().substring("/v1/".length());
        return switch (status) {
            case 400 ->
                KmsException.refused(
                        operation.equals("decrypt")
                                ? "Vault does not unwrap a tenant key with " + path + ": it was wrapped by another key"
                                        + " service, or for another tenant or purpose."
                                : "Vault does not wrap with " + path + ". Its key must exist and be of the type"
                                        + " aes256-gcm96 or chacha20-poly1305, without derivation.");
            case 401, 403 ->
                KmsException.refused("Vault refuses " + path + " (" + status + "). The token is expired, or its"
                        + " policy lacks: path \"" + path + "\" { capabilities = [\"update\"] }");
            case 404, 405 ->
                KmsException.refused("Vault has no transit engine at " + address.mount()
                        + ". Enable it: vault secrets enable -path=" + address.mount() + " transit");
            case 503 -> KmsException.unavailable("Vault at " + address.origin() + " is sealed or in maintenance.");
            default ->
                KmsException.unavailable("Vault at " + address.origin() + " answers " + status + " to " + path + ".");
        };
    }

    private KmsException strange() {
        return KmsException.refused("What answers at " + address.origin() + " is not Vault. Check JIANMI_KMS_URI.");
    }

    private String token() {
        Optional<String> token = config.tokenFile()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw KmsException.refused(
                                "The token file of Vault cannot be read: " + file + " (JIANMI_KMS_VAULT_TOKEN_FILE).");
                    }
                })
                .or(config::token)
                .map(String::strip)
                .filter(text -> text.matches("[\\x21-\\x7e]+"));
        return token.orElseThrow(
                () -> KmsException.refused("Vault needs a token. Write it to a file that JIANMI_KMS_VAULT_TOKEN_FILE"
                        + " names, or put it into JIANMI_KMS_VAULT_TOKEN."));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
