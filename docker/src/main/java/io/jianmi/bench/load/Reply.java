package io.jianmi.bench.load;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the bytes of one answer until it is whole (RFC 9112: content length or chunks). Not thread-safe. */
final class Reply {

    private static final int START = 16 * 1024;
    private static final int NOT_YET = -1;

    private byte[] bytes = new byte[START];
    private int length;
    private int bodyStart = NOT_YET;
    private int bodyLength;
    private int status;
    private boolean chunked;
    private boolean closes;

    void reset() {
        length = 0;
        bodyStart = NOT_YET;
        bodyLength = 0;
        chunked = false;
        closes = false;
    }

    /** Takes what arrived; true when the answer is whole. */
    boolean take(ByteBuffer arrived) {
        int count = arrived.remaining();
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        int scanFrom = Math.max(0, length - 3);
        arrived.get(bytes, length, count);
        length += count;
        if (bodyStart == NOT_YET && !head(scanFrom)) {
            return false;
        }
        return chunked ? dechunk() : length >= bodyStart + bodyLength;
    }

    int status() {
        return status;
    }

    boolean closes() {
        return closes;
    }

    byte[] bytes() {
        return bytes;
    }

    int bodyFrom() {
        return bodyStart;
    }

    int bodyTo() {
        return bodyStart + bodyLength;
    }

    private boolean head(int scanFrom) {
        for (int i = scanFrom; i + 3 < length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                bodyStart = i + 4;
                readHead(i);
                return true;
            }
        }
        return false;
    }

    private void readHead(int end) {
        status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
        int line = 0;
        while (line < end) {
            int next = line;
            while (next < end && bytes[next] != '\r') {
                next++;
            }
            if (starts(line, "content-length:")) {
                bodyLength = number(line + "content-length:".length(), next);
            } else if (starts(line, "transfer-encoding:")) {
                chunked = true;
            } else if (starts(line, "connection: close")) {
                closes = true;
            }
            line = next + 2;
        }
    }

    /** Whether all chunks are there; then joins them in place. */
    private boolean dechunk() {
        int read = bodyStart;
        int size;
        do {
            int end = lineEnd(read);
            if (end < 0) {
                return false;
            }
            size = hex(read, end);
            read = end + 2 + size + 2;
            if (read > length) {
                return false;
            }
        } while (size > 0);
        join();
        return true;
    }

    private void join() {
        int read = bodyStart;
        int write = bodyStart;
        while (true) {
            int end = lineEnd(read);
            int size = hex(read, end);
            if (size == 0) {
                bodyLength = write - bodyStart;
                return;
            }
            System.arraycopy(bytes, end + 2, bytes, write, size);
            write += size;
            read = end + 2 + size + 2;
        }
    }

    private int lineEnd(int from) {
        for (int i = from; i + 1 < length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int hex(int from, int to) {
        int value = 0;
        for (int i = from; i < to && bytes[i] != ';'; i++) {
            value = value * 16 + Character.digit(bytes[i], 16);
        }
        return value;
    }

    private int number(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                value = value * 10 + bytes[i] - '0';
            }
        }
        return value;
    }

    /** Compares without regard to case; {@code name} is lower case. */
    private boolean starts(int at, String name) {
        if (at + name.length() > length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            byte have = bytes[at + i];
            int lower = have >= 'A' && have <= 'Z' ? have + 32 : have;
            if (lower != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
