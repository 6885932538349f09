package io.jianmi.core.file;

import io.jianmi.core.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Takes out of a picture what tells where, when and with what it was taken (EXIF, XMP, IPTC, comments, trailing data);
 * pixels, colours and the way up stay. Pure; never decodes pixels.
 */
final class Picture {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int ORIENTATION = 0x0112;
    private static final int PNG_SIGNATURE = 8;
    private static final Set<String> PNG_TOLD = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

    /** Bits of a WebP's VP8X flags that announce EXIF and XMP. */
    private static final int WEBP_TOLD = 0x08 | 0x04;

    private Picture() {}

    static boolean is(String type) {
        return type.equals("image/jpeg") || type.equals("image/png") || type.equals("image/webp");
    }

    /**
     * @throws ProblemException {@link FileProblem#DAMAGED} for what cannot be walked through, {@link
     *     FileProblem#PICTURE_TOO_BIG}
     */
    static byte[] bare(String type, byte[] picture) {
        try {
            return switch (type) {
                case "image/jpeg" -> jpeg(picture);
                case "image/png" -> png(picture);
                case "image/webp" -> webp(picture);
                default -> throw new IllegalArgumentException(type);
            };
        } catch (IndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    private static byte[] jpeg(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        out.write(in, 0, 2);
        int at = 2;
        while (true) {
            if ((in[at] & 0xff) != 0xff) {
                throw damaged();
            }
            int marker = in[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == EOI) {
                out.write(in, at, 2);
                return out.toByteArray();
            }
            if (marker == SOI || marker == 0) {
                throw damaged();
            }
            int end = at + 2 + unsigned(in, at + 2);
            segment(in, at, end, marker, out);
            at = marker == SOS ? scan(in, end, out) : end;
        }
    }

    private static void segment(byte[] in, int at, int end, int marker, ByteArrayOutputStream out) {
        if (end > in.length || end < at + 4) {
            throw damaged();
        }
        PictureSize.jpeg(in, at, marker);
        boolean colours = marker == APP2 && startsWith(in, at + 4, "ICC_PROFILE");
        boolean told = marker > APP0 && marker <= APP15 && marker != APP14 && !colours || marker == COMMENT;
        if (!told) {
            out.write(in, at, end - at);
        } else if (marker == APP1 && startsWith(in, at + 4, "Exif\0\0")) {
            int way = orientation(Arrays.copyOfRange(in, at + 10, end));
            if (way > 1) {
                out.writeBytes(onlyOrientation(way));
            }
        }
    }

    /** Copies entropy-coded data up to the next marker. */
    private static int scan(byte[] in, int from, ByteArrayOutputStream out) {
        int at = from;
        while ((in[at] & 0xff) != 0xff || in[at + 1] == 0 || (in[at + 1] & 0xf8) == 0xd0) {
            at++;
        }
        out.write(in, from, at - from);
        return at;
    }

    /** TIFF 6.0: the tag in the first directory; 0 when there is none that can be read. */
    private static int orientation(byte[] tiff) {
        try {
            ByteBuffer buffer =
                    ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = buffer.getInt(4);
            int entries = buffer.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((buffer.getShort(entry) & 0xffff) == ORIENTATION) {
                    int way = buffer.getShort(entry + 8) & 0xffff;
                    return way <= 8 ? way : 0;
                }
            }
            return 0;
        } catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static byte[] onlyOrientation(int way) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) way)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] png(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        out.write(in, 0, PNG_SIGNATURE);
        int at = PNG_SIGNATURE;
        while (true) {
            int length = ByteBuffer.wrap(in).getInt(at);
            if (length < 0 || length > in.length - at - 12) {
                throw damaged();
            }
            String chunk = new String(in, at + 4, 4, StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(in, at + 4, length + 4);
            if ((int) sum.getValue() != ByteBuffer.wrap(in).getInt(at + 8 + length)) {
                throw damaged();
            }
            PictureSize.png(chunk, in, at + 8);
            if (!PNG_TOLD.contains(chunk)) {
                out.write(in, at, length + 12);
            }
            if (chunk.equals("IEND")) {
                return out.toByteArray();
            }
            at += length + 12;
        }
    }

    private static byte[] webp(byte[] in) {
        ByteBuffer source = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
        int size = source.getInt(4);
        if (size < 4 || size > in.length - 8) {
            throw damaged();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        out.write(in, 0, 12);
        int at = 12;
        while (at < size + 8) {
            int length = source.getInt(at + 4);
            int end = at + 8 + length + (length & 1);
            if (length < 0 || end < at || end > size + 8) {
                throw damaged();
            }
            String chunk = new String(in, at, 4, StandardCharsets.US_ASCII);
            PictureSize.webp(chunk, in, at + 8, length);
            if (!chunk.equals("EXIF") && !chunk.equals("XMP ")) {
                byte[] kept = Arrays.copyOfRange(in, at, end);
                if (chunk.equals("VP8X")) {
                    kept[8] &= (byte) ~WEBP_TOLD;
                }
                out.writeBytes(kept);
            }
            at = end;
        }
        byte[] bare = out.toByteArray();
        ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bare.length - 8);
        return bare;
    }

    private static int unsigned(byte[] in, int at) {
        return (in[at] & 0xff) << 8 | in[at + 1] & 0xff;
    }

    private static boolean startsWith(byte[] in, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return at + wanted.length <= in.length && Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static ProblemException damaged() {
        return ProblemException.of(FileProblem.DAMAGED);
    }
}
