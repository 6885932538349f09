package io.jianmi.bench.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The HTTP contract as a named member; for set-up, checks and tests, not for load. Thread-safe. */
public final class Api {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Site site;
    private final Tokens tokens;

    public Api(Site site) {
        this.site = site;
        this.tokens = Tokens.at(site);
    }

    /**
     * One answer.
     *
     * @param body parsed JSON; missing when there is none or it is something else
     */
    public record Result(int status, HttpHeaders headers, JsonNode body, String text) {

        public boolean ok() {
            return status / 100 == 2;
        }

        /** The problem's stable code; "" when the answer is none. */
        public String code() {
            return body.path("code").asText();
        }

        /** This answer, or a failure that names what was asked and the problem's code. */
        public Result orFail(String asked) {
            if (!ok()) {
                throw new IllegalStateException(asked + ": status " + status + " " + text);
            }
            return this;
        }
    }

    public Site site() {
        return site;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Result get(String member, String path) {
        return send("GET", member, path, null);
    }

    /** @param headers names and values in turn */
    public Result post(String member, String path, Object body, String... headers) {
        return send("POST", member, path, json(body), headers);
    }

    /** As {@link #post} with a token as it is; "" sends none. */
    public Result postAs(String token, String path, Object body, String... headers) {
        return sendAs("POST", token, path, json(body), headers);
    }

    public Result put(String member, String path, Object body) {
        return send("PUT", member, path, json(body));
    }

    public Result patch(String member, String path, Object body, String... headers) {
        return send("PATCH", member, path, json(body), headers);
    }

    public Result delete(String member, String path, String... headers) {
        return send("DELETE", member, path, null, headers);
    }

    /** Sends text as it is; with a body and no content type among the headers it goes as JSON. */
    public Result send(String method, String member, String path, @Nullable String body, String... headers) {
        return sendAs(method, tokens.of(member), path, body, headers);
    }

    /** As {@link #send} with a token as it is; "" sends none. */
    public Result sendAs(String method, String token, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.url().resolve(path))
                .timeout(LIMIT)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Result(response.statusCode(), response.headers(), parsed(response), response.body());
        } catch (IOException e) {
            throw new ConnectionLost(method + " " + path + ": no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Saves an answer of any size; the status.
     *
     * @param headers names and values in turn
     */
    public int download(String member, String path, Path file, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.url().resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + tokens.of(member));
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofFile(file))
                .statusCode();
    }

    public JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private String json(Object body) {
        try {
            return body instanceof String text ? text : mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private JsonNode parsed(HttpResponse<String> response) {
        String type = response.headers().firstValue("content-type").orElse("");
        if (!type.contains("json") || response.body().isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return mapper.readTree(response.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The server went away before it answered: nothing is known about what it did. */
    public static final class ConnectionLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConnectionLost(String message, IOException cause) {
            super(message, cause);
        }
    }
}
