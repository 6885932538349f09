package io.jianmi.core.crypto;

/**
 * How a file of a size lies in sealed segments: a header, then ciphertext with a tag of 16 bytes per segment. Segment 0
 * holds the header too, so it holds less.
 *
 * @param bytes of the clear file, at least one
 */
public record FileLayout(long bytes) {

    /** Bytes of every sealed segment but the last. */
    public static final int SEGMENT = 1 << 20;

    /** Its own length (1), salt (32), nonce prefix (7). */
    public static final int HEADER = 40;

    private static final int TAG = 16;
    private static final int CLEAR = SEGMENT - TAG;

    public FileLayout {
        if (bytes < 1) {
            throw new IllegalArgumentException("a file has a byte at least");
        }
    }

    public int segments() {
        return segmentOf(bytes - 1) + 1;
    }

    /** The segment that holds the byte at this place of the clear file. */
    public int segmentOf(long position) {
        return Math.toIntExact((position + HEADER) / CLEAR);
    }

    /** Where the segment begins in the clear file. */
    public long clearStart(int segment) {
        return segment == 0 ? 0 : (long) segment * CLEAR - HEADER;
    }

    public int clearBytes(int segment) {
        return Math.toIntExact(Math.min(clearStart(segment + 1), bytes) - clearStart(segment));
    }

    /** Bytes of the segment as stored, the header counted in. */
    public int sealedBytes(int segment) {
        return clearBytes(segment) + TAG + (segment == 0 ? HEADER : 0);
    }

    long sealedSize() {
        return bytes + HEADER + (long) segments() * TAG;
    }
}
