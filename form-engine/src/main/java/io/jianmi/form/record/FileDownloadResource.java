package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.smallrye.mutiny.Multi;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Downloads over HTTP: always as an attachment, never kept by a cache, whole or in a range. */
@Path("/api/v1/tenants/{tenant}/files/{id}")
public class FileDownloadResource {

    private final Callers callers;
    private final FileDownloads downloads;

    FileDownloadResource(Callers callers, FileDownloads downloads) {
        this.callers = callers;
        this.downloads = downloads;
    }

    private record Part(FileDownloads.Opened opened, ByteRange range) {}

    @GET
    @OpenToClients
    @Produces("application/octet-stream")
    public Multi<Buffer> download(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Range") @Nullable String range,
            @Context RoutingContext context) {
        Actor actor = callers.in(tenant);
        HttpServerResponse response = context.response();
        context.addHeadersEndHandler(nothing -> counted(response.headers()));
        return RestMulti.fromUniResponse(
                downloads
                        .open(actor, RequestBody.recordId(id))
                        .map(opened -> new Part(
                                opened, ByteRange.of(range, opened.facts().bytes()))),
                part -> downloads
                        .bytes(part.opened(), part.range().from(), part.range().to())
                        .onFailure()
                        .invoke(() -> broken(response)),
                FileDownloadResource::headers,
                part -> part.range().partial() ? 206 : 200);
    }

    /** The length is known, so the framework's pieces are not announced. */
    private static void counted(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            headers.remove("Transfer-Encoding");
        }
    }

    /** What fails in the middle breaks the connection: what has come must not look whole. */
    private static void broken(HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
        } else {
            response.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
    }

    private static Map<String, List<String>> headers(Part part) {
        ByteRange range = part.range();
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, List.of(part.opened().facts().type()));
        headers.put(HttpHeaders.CONTENT_LENGTH, List.of(String.valueOf(range.length())));
        headers.put(
                HttpHeaders.CONTENT_DISPOSITION,
                List.of(disposition(part.opened().facts().name())));
        headers.put(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        headers.put("Accept-Ranges", List.of("bytes"));
        if (range.partial()) {
            headers.put(
                    "Content-Range",
                    List.of("bytes " + range.from() + "-" + range.to() + "/"
                            + part.opened().facts().bytes()));
        }
        return headers;
    }

    /** RFC 6266; the name in RFC 8187's encoding only, since older forms cannot carry every character. */
    private static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
