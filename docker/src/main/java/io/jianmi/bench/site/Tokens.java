package io.jianmi.bench.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bearer tokens of demo members by the password grant, renewed two minutes before they expire. One set for each realm, which all in
 * this program share: checking a password is the dearest thing that Keycloak does, on purpose. Thread-safe.
 */
public final class Tokens {

    private static final long MARGIN_SECONDS = 120;
    private static final Map<URI, Tokens> BY_ENDPOINT = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI endpoint;
    private final Map<String, Token> known = new HashMap<>();

    private Tokens(URI endpoint) {
        this.endpoint = endpoint;
    }

    static Tokens at(Site site) {
        return BY_ENDPOINT.computeIfAbsent(URI.create(site.realm() + "/protocol/openid-connect/token"), Tokens::new);
    }

    /**
     * A token of the demo member (whose password is his name) that is good for at least two more minutes. One sign-in at
     * a time: Keycloak's protection against guessing refuses those of one account that come at once.
     */
    public synchronized String of(String member) {
        Token token = known.get(member);
        if (token == null || token.renewAt - System.nanoTime() < 0) {
            token = fetch(member);
            known.put(member, token);
        }
        return token.text;
    }

    /** From now on whoever acts in this name carries the key, which does not end: a program with a key of its own. */
    public synchronized void give(String name, String key) {
        known.put(name, new Token(key, System.nanoTime() + Long.MAX_VALUE / 2));
    }

    /** Makes the next use of every token fetch a new one: before a measured run. */
    public synchronized void forget() {
        known.clear();
    }

    private Token fetch(String member) {
        String form = "grant_type=password&client_id=jianmi-api&username=" + member + "&password=" + member;
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "no token for " + member + " at " + endpoint + ": status " + response.statusCode());
            }
            JsonNode answer = mapper.readTree(response.body());
            long seconds = Math.max(1, answer.path("expires_in").asLong() - MARGIN_SECONDS);
            return new Token(answer.path("access_token").asText(), System.nanoTime() + seconds * 1_000_000_000L);
        } catch (IOException e) {
            throw new IllegalStateException("sign-in does not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private record Token(String text, long renewAt) {}
}
