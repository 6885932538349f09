package io.jianmi.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The addresses of the API as its own description has them: which methods each takes, and whether it answers anything but JSON. Pure. */
final class KnownRoutes {

    private static final String FILE = "/META-INF/openapi.json";

    /** By number of parts, so that an address is compared with those alone that could be it. */
    private final Map<Integer, List<Route>> bySize = new LinkedHashMap<>();

    /**
     * @param parts of the template; an empty one stands for any
     * @param json methods that answer JSON alone
     */
    private record Route(List<String> parts, Set<String> methods, Set<String> json) {

        boolean fits(List<String> path) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).isEmpty() && !parts.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param description OpenAPI */
    KnownRoutes(JsonNode description) {
        description.path("paths").properties().forEach(path -> {
            List<String> parts = split(path.getKey()).stream()
                    .map(part -> part.startsWith("{") ? "" : part)
                    .toList();
            Route route = new Route(parts, new TreeSet<>(), new TreeSet<>());
            path.getValue().properties().forEach(operation -> {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                route.methods().add(method);
                if (json(operation.getValue())) {
                    route.json().add(method);
                }
            });
            bySize.computeIfAbsent(parts.size(), size -> new ArrayList<>()).add(route);
        });
    }

    /** As this server is described. */
    static KnownRoutes load() {
        try (InputStream in = KnownRoutes.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no description of the API");
            }
            return new KnownRoutes(Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is at an address. */
    Address at(String path) {
        List<String> parts = split(path);
        return new Address(bySize.getOrDefault(parts.size(), List.of()).stream()
                .filter(route -> route.fits(parts))
                .toList());
    }

    /** An address of the API, looked up once per request. */
    static final class Address {

        private final List<Route> routes;
        private final Set<String> methods = new TreeSet<>();

        private Address(List<Route> routes) {
            this.routes = routes;
            routes.forEach(route -> methods.addAll(route.methods()));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
        }

        boolean known() {
            return !routes.isEmpty();
        }

        /** What it takes, HEAD beside GET; empty for none that is known. */
        Set<String> methods() {
            return methods;
        }

        /** Whether all that answers there by this method answers JSON. */
        boolean json(String method) {
            List<Route> taking = routes.stream()
                    .filter(route -> route.methods().contains(method))
                    .toList();
            return !taking.isEmpty()
                    && taking.stream().allMatch(route -> route.json().contains(method));
        }
    }

    /** As the server reads an address: what is empty between slashes is nothing. */
    private static List<String> split(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean json(JsonNode operation) {
        boolean json = true;
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                for (Map.Entry<String, JsonNode> kind :
                        response.getValue().path("content").properties()) {
                    json &= kind.getKey().equals("application/json");
                }
            }
        }
        return json;
    }
}
