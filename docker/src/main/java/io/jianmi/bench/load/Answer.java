package io.jianmi.bench.load;

import java.nio.charset.StandardCharsets;

/** One HTTP answer as it lies in its connection's buffer, with the times of its exchange. Reused: do not keep it. */
public final class Answer {

    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int status;
    private long sentAt;
    private long receivedAt;

    void set(int status, byte[] bytes, int from, int to, long sentAt, long receivedAt) {
        this.status = status;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.sentAt = sentAt;
        this.receivedAt = receivedAt;
    }

    public int status() {
        return status;
    }

    /** Whether the status is 2xx. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** {@link System#nanoTime()} when the request was handed to the socket. */
    public long sentAt() {
        return sentAt;
    }

    /** {@link System#nanoTime()} when the last byte was there. */
    public long receivedAt() {
        return receivedAt;
    }

    public String body() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The text of the first JSON string member of that name, without unescaping: for ids and codes; "" if absent. */
    public String text(String member) {
        return text(member, 0);
    }

    /** As {@link #text(String)}, from the first occurrence of {@code anchor} on. */
    public String textAfter(String anchor, String member) {
        int start = indexOf(anchor.getBytes(StandardCharsets.UTF_8), from);
        return start < 0 ? "" : text(member, start - from);
    }

    public boolean contains(String text) {
        return indexOf(text.getBytes(StandardCharsets.UTF_8), from) >= 0;
    }

    private String text(String member, int skip) {
        byte[] name = ('"' + member + "\":").getBytes(StandardCharsets.UTF_8);
        int at = indexOf(name, from + skip);
        if (at < 0) {
            return "";
        }
        int start = at + name.length;
        while (start < to && bytes[start] == ' ') {
            start++;
        }
        if (start >= to || bytes[start] != '"') {
            return "";
        }
        int end = start + 1;
        while (end < to && bytes[end] != '"') {
            end++;
        }
        return new String(bytes, start + 1, end - start - 1, StandardCharsets.UTF_8);
    }

    private int indexOf(byte[] needle, int start) {
        outer:
        for (int i = start; i <= to - needle.length; i++) {
            for (int j = 0; j < needle.length; j++) {
                if (bytes[i + j] != needle[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
