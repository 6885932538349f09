package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request over a socket of its own, byte by byte as HTTP/1.1 has it: no client library comes between. */
final class RawRequest {

    private static final int PIECE = 64 * 1024;
    private static final int PATIENCE = 30_000;

    private final Api api;

    RawRequest(Api api) {
        this.api = api;
    }

    /**
     * The whole answer, head and body.
     *
     * @param pieces whether the body goes in chunks and its length is nowhere said
     */
    String post(String member, String path, String body, boolean pieces) throws IOException {
        URI url = api.site().url();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE);
            String head = "POST " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nAuthorization: Bearer "
                    + api.tokens().of(member) + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    + (pieces ? "Transfer-Encoding: chunked" : "Content-Length: " + bytes.length) + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            send(out, bytes, pieces);
            return received(socket.getInputStream());
        }
    }

    /** Asks and hangs up after so many milliseconds without waiting for the answer, as a browser does that is sent elsewhere. */
    void getAndLeave(String member, String path, long patience) throws IOException {
        URI url = api.site().url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoLinger(true, 0);
            String head = "GET " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nAuthorization: Bearer "
                    + api.tokens().of(member) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Installation.pause(patience);
        }
    }

    /** The server may have answered and hung up before the end. */
    private static void send(OutputStream out, byte[] bytes, boolean pieces) {
        try {
            for (int from = 0; from < bytes.length; from += PIECE) {
                int length = Math.min(PIECE, bytes.length - from);
                if (pieces) {
                    out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(bytes, from, length);
                if (pieces) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (pieces) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        } catch (IOException hungUp) {
            // What it said before is still to be read.
        }
    }

    private static String received(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] some = new byte[PIECE];
        try {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                answer.write(some, 0, count);
            }
        } catch (IOException reset) {
            if (answer.size() == 0) {
                throw reset;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
