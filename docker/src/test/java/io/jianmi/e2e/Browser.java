package io.jianmi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a browser matters to sign-in: cookies by origin, redirects one by one, the forms of Keycloak's pages. Keeps every
 * Set-Cookie line, so that tests can look at the flags.
 */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<String> setCookies = new ArrayList<>();

    /** One answer and where it came from after the redirects. */
    record Page(URI at, HttpResponse<String> answer) {

        int status() {
            return answer.statusCode();
        }

        String body() {
            return answer.body();
        }

        /** Where the page's form is sent to. */
        URI form() {
            Matcher action = FORM.matcher(body());
            if (!action.find()) {
                throw new AssertionError("no form at " + at.getPath() + ", status " + status());
            }
            return at.resolve(action.group(1).replace("&amp;", "&"));
        }
    }

    /** Cookies of an origin by name, as they stand now. */
    Map<String, String> cookies(String origin) {
        return Map.copyOf(cookies.getOrDefault(origin, Map.of()));
    }

    /** Every cookie that was set, with its flags. */
    List<String> setCookies() {
        return List.copyOf(setCookies);
    }

    /** A browser that has the same cookies, as a thief of them would. */
    Browser copy() {
        Browser copy = new Browser();
        cookies.forEach((origin, held) -> copy.cookies.put(origin, new LinkedHashMap<>(held)));
        return copy;
    }

    /** Signs in at the server's own address; ends on the page that was asked for. */
    Page signIn(String server, String user, String password) {
        Page login = open(URI.create(server + "/login?to=/api/v1/me"));
        return submit(login.form(), Map.of("username", user, "password", password));
    }

    Page open(URI uri) {
        return follow(send("GET", uri, Optional.empty()));
    }

    Page submit(URI uri, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(send("POST", uri, Optional.of(form), "Content-Type", "application/x-www-form-urlencoded"));
    }

    /** One request without following its redirect. */
    Page send(String method, URI uri, Optional<String> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        Map<String, String> held = cookies.computeIfAbsent(origin(uri), origin -> new LinkedHashMap<>());
        if (!held.isEmpty()) {
            request.header(
                    "Cookie",
                    held.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(line -> keep(held, line));
            return new Page(uri, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private Page follow(Page page) {
        Page current = page;
        for (int i = 0; i < MOST_REDIRECTS && current.status() / 100 == 3; i++) {
            String location = current.answer().headers().firstValue("location").orElseThrow();
            current = send("GET", current.at().resolve(location), Optional.empty());
        }
        return current;
    }

    private void keep(Map<String, String> held, String line) {
        setCookies.add(line);
        String pair = line.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            held.remove(name);
        } else {
            held.put(name, value);
        }
    }

    private static String origin(URI uri) {
        return Objects.requireNonNull(uri.getScheme()) + "://" + uri.getAuthority();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
