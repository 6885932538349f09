package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Paul's desk: requests, and the packages that come of them. */
final class RightsDesk {

    private static final String OFFICER = "paul";

    private final Api api;

    RightsDesk(Api api) {
        this.api = api;
    }

    String requests() {
        return api.site().tenantPath() + "/privacy/requests";
    }

    /** The person of a record. */
    String subject(String form, String record) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts(
                            "select subject_id::text from " + sql.formTable("demo", form) + " where id = ?::uuid",
                            record)
                    .get(0);
        }
    }

    String make(String type, String subject) {
        return api.post(OFFICER, requests(), Map.of("type", type, "subject", subject))
                .orFail("making a request")
                .body()
                .path("id")
                .asText();
    }

    Api.Result act(String request, String act, Object body) {
        return api.post(OFFICER, requests() + "/" + request + "/" + act, body);
    }

    /** Has the package made and waits for it. */
    JsonNode packed(String request) {
        act(request, "carry-out", Map.of()).orFail("ordering the package");
        JsonNode shown = show(request);
        while (!shown.at("/package/ready").asBoolean()) {
            if (!shown.at("/package/problem").isNull()) {
                throw new AssertionError(shown.toString());
            }
            Installation.pause(50);
            shown = show(request);
        }
        return shown;
    }

    JsonNode show(String request) {
        return api.get(OFFICER, requests() + "/" + request)
                .orFail("the request")
                .body();
    }

    private byte[] zip(String request) throws IOException {
        Path file = Files.createTempFile("package", ".zip");
        try {
            int status = api.download(OFFICER, requests() + "/" + request + "/file", file);
            if (status != 200) {
                throw new IllegalStateException("the package: status " + status + " " + Files.readString(file));
            }
            return Files.readAllBytes(file);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The files of the package by name. */
    Map<String, byte[]> unpacked(String request) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip(request)), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    JsonNode data(String request) {
        return Json.parse(new String(unpacked(request).get("data.json"), StandardCharsets.UTF_8));
    }

    JsonNode record(String request, String id) {
        for (JsonNode form : data(request).path("forms")) {
            for (JsonNode record : form.path("records")) {
                if (record.path("id").asText().equals(id)) {
                    return record;
                }
            }
        }
        return MissingNode.getInstance();
    }
}
