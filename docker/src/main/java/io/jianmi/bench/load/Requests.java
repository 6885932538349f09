package io.jianmi.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Renders HTTP/1.1 requests to one host for one bearer; the token is asked for anew with each head that is rendered. */
public final class Requests {

    private final String host;
    private final Supplier<String> token;

    public Requests(String host, Supplier<String> token) {
        this.host = host;
        this.token = token;
    }

    public byte[] get(String path) {
        return (head("GET", path) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A POST of JSON text; {@code headers} are whole lines, each with its CRLF. */
    public byte[] post(String path, String headers, byte[] body) {
        byte[] head = (head("POST", path) + headers + "Content-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nAccept: application/json\r\nAuthorization: Bearer " + token.get() + "\r\n";
    }
}
