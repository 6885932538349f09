package io.jianmi.core.file;

import io.jianmi.core.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How many pixels a picture says it has. A few bytes may announce thousands of millions of them, and whoever shows the
 * picture makes room for each: what no camera takes is refused. Pure; never decodes pixels.
 */
final class PictureSize {

    /** More than the largest sensors in use take. */
    static final long MOST_PIXELS = 300_000_000;

    private static final int JPEG_FIRST_FRAME = 0xc0;
    private static final int JPEG_LAST_FRAME = 0xcf;
    private static final int GIF_HEAD = 10;

    private PictureSize() {}

    /** @throws ProblemException {@link FileProblem#PICTURE_TOO_BIG} */
    static void bound(long width, long height) {
        if (width * height > MOST_PIXELS) {
            throw ProblemException.of(FileProblem.PICTURE_TOO_BIG);
        }
    }

    /** A segment of a JPEG that starts a frame (ISO 10918-1, B.2.2): C0 to CF but for three that mean other things. */
    static void jpeg(byte[] in, int at, int marker) {
        boolean frame = marker >= JPEG_FIRST_FRAME
                && marker <= JPEG_LAST_FRAME
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
        if (frame) {
            ByteBuffer segment = ByteBuffer.wrap(in);
            bound(segment.getShort(at + 7) & 0xffff, segment.getShort(at + 5) & 0xffff);
        }
    }

    /** The data of a chunk of a PNG. */
    static void png(String chunk, byte[] in, int data) {
        if (chunk.equals("IHDR")) {
            ByteBuffer header = ByteBuffer.wrap(in);
            bound(header.getInt(data) & 0xffffffffL, header.getInt(data + 4) & 0xffffffffL);
        }
    }

    /** The data of a chunk of a WebP (RFC 9649, 2.5 to 2.7). */
    static void webp(String chunk, byte[] in, int data, int length) {
        ByteBuffer body = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
        if (chunk.equals("VP8X") && length >= 10) {
            bound((body.getInt(data + 3) >>> 8) + 1L, (body.getInt(data + 6) >>> 8) + 1L);
        } else if (chunk.equals("VP8 ") && length >= 10) {
            bound(body.getShort(data + 6) & 0x3fff, body.getShort(data + 8) & 0x3fff);
        } else if (chunk.equals("VP8L") && length >= 5) {
            int bits = body.getInt(data + 1);
            bound((bits & 0x3fff) + 1L, (bits >>> 14 & 0x3fff) + 1L);
        }
    }

    /** The beginning of a GIF. */
    static void gif(byte[] head) {
        if (head.length >= GIF_HEAD) {
            ByteBuffer screen = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            bound(screen.getShort(6) & 0xffff, screen.getShort(8) & 0xffff);
        }
    }
}
