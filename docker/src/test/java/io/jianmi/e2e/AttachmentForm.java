package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A form with files at every level, and a client that sends and fetches files. */
final class AttachmentForm {

    private static final String BOUNDARY = "----jianmi7d1f";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Api api;

    AttachmentForm(Api api) {
        this.api = api;
    }

    /** An answer with its bytes as they came. */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    void publish() {
        String apps = api.site().tenantPath() + "/apps";
        if (api.get("designer", apps + "/files").status() == 404) {
            api.post("designer", apps, Map.of("key", "files", "title", "附件")).orFail("making the app");
        }
        if (api.get("admin", path()).status() == 404) {
            api.put("designer", path() + "/draft", read()).orFail("the draft");
            api.post("designer", path() + "/publish", "{}").orFail("publishing");
        }
    }

    private String path() {
        return api.site().formPath("files", "attachments");
    }

    String records() {
        return path() + "/records";
    }

    String files() {
        return api.site().tenantPath() + "/files";
    }

    Api.Result create(String member, Map<String, Object> data) {
        return api.post(member, records(), Map.of("data", data));
    }

    Api.Result change(String member, String id, Map<String, Object> data) {
        String etag = api.get(member, records() + "/" + id)
                .orFail("reading")
                .headers()
                .firstValue("etag")
                .orElseThrow();
        return api.patch(member, records() + "/" + id, Map.of("data", data), "If-Match", etag);
    }

    JsonNode data(String member, String id) {
        return api.get(member, records() + "/" + id).orFail("reading").body().path("data");
    }

    /** The id of a file that {@code member} uploads. */
    String uploaded(String member, String name, byte[] content) {
        return upload(member, name, content)
                .orFail("uploading")
                .body()
                .path("id")
                .asText();
    }

    Api.Result upload(String member, String name, byte[] content, String... headers) {
        return send(member, part(name, content), "multipart/form-data; boundary=" + BOUNDARY, headers);
    }

    /** Several parts in one body. */
    Api.Result uploadAll(String member, List<String> names, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        names.forEach(name -> body.writeBytes(open(name, content)));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(member, body.toByteArray(), "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static byte[] part(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(open(name, content));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] open(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private Api.Result send(String member, byte[] body, String type, String... headers) {
        HttpRequest.Builder request = request(member, files()).header("Content-Type", type);
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = http.send(
                    request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Api.Result(answer.statusCode(), answer.headers(), api.read(answer.body()), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    Answer download(String member, String id, String... headers) throws IOException {
        HttpRequest.Builder request = request(member, files() + "/" + id);
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String member, String path) {
        return HttpRequest.newBuilder(api.site().url().resolve(path))
                .header("Authorization", "Bearer " + api.tokens().of(member));
    }

    private JsonNode read() {
        try (InputStream in =
                Objects.requireNonNull(AttachmentForm.class.getResourceAsStream("/e2e/attachments.form.json"))) {
            return api.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
