package io.jianmi.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jianmi.core.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final String SECRET = "GPS 31.2304N 121.4737E 张三";
    private static final byte[] TOLD = SECRET.getBytes(StandardCharsets.UTF_8);

    @Test
    void aPhotoLosesWhatItTellsAndKeepsItsPixels() throws IOException {
        byte[] plain = drawn("jpeg");
        byte[] photo = join(
                Arrays.copyOf(plain, 2),
                segment(0xe1, join("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1), TOLD)),
                segment(0xe1, join("http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII), TOLD)),
                segment(0xed, TOLD),
                segment(0xfe, TOLD),
                Arrays.copyOfRange(plain, 2, plain.length),
                TOLD);

        byte[] bare = Picture.bare("image/jpeg", photo);

        assertThat(bare).isEqualTo(Picture.bare("image/jpeg", plain));
        assertThat(told(bare)).isFalse();
        assertThat(pixels(bare)).isEqualTo(pixels(plain));
    }

    @Test
    void aPhotoTakenOnItsSideStaysTheRightWayUp() throws IOException {
        byte[] plain = drawn("jpeg");
        byte[] exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + TOLD.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put(TOLD)
                .array();
        byte[] photo = join(Arrays.copyOf(plain, 2), segment(0xe1, exif), Arrays.copyOfRange(plain, 2, plain.length));

        byte[] bare = Picture.bare("image/jpeg", photo);

        assertThat(told(bare)).isFalse();
        assertThat(ByteBuffer.wrap(bare).getShort(2)).isEqualTo((short) 0xffe1);
        assertThat(bare[2 + 2 + 2 + 6 + 8 + 2 + 9]).isEqualTo((byte) 6);
        assertThat(Picture.bare("image/jpeg", bare)).isEqualTo(bare);
        assertThat(pixels(bare)).isEqualTo(pixels(plain));
    }

    @Test
    void aDrawingLosesItsTexts() throws IOException {
        byte[] plain = drawn("png");
        byte[] end = Arrays.copyOfRange(plain, plain.length - 12, plain.length);
        byte[] told =
                join(Arrays.copyOf(plain, plain.length - 12), chunk("tEXt", TOLD), chunk("eXIf", TOLD), end, TOLD);

        byte[] bare = Picture.bare("image/png", told);

        assertThat(bare).isEqualTo(plain);
    }

    @Test
    void aWebPictureLosesItsChunksAndSaysSo() {
        byte[] flags = {0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] body =
                join(riff("VP8X", flags), riff("VP8 ", new byte[] {1, 2, 3}), riff("EXIF", TOLD), riff("XMP ", TOLD));
        byte[] picture = join(riffHead(body.length + 4), body, TOLD);

        byte[] bare = Picture.bare("image/webp", picture);

        assertThat(told(bare)).isFalse();
        assertThat(bare[20]).isEqualTo((byte) 0x20);
        assertThat(ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(bare.length - 8);
    }

    @Test
    void aPictureThatBreaksOffIsRefusedAndNeverHangs() throws IOException {
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] plain = drawn(format);
            for (int length = 12; length < plain.length; length += 7) {
                byte[] cut = Arrays.copyOf(plain, length);
                assertThatExceptionOfType(ProblemException.class)
                        .as("%s cut at %d", format, length)
                        .isThrownBy(() -> Picture.bare("image/" + format, cut))
                        .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(FileProblem.DAMAGED));
            }
        }
    }

    @Test
    void whatAnnouncesMorePixelsThanACameraTakesIsRefused() throws IOException {
        byte[] png = drawn("png");
        byte[] header = Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(header).putInt(60_000).putInt(60_000);
        byte[] jpeg = drawn("jpeg");
        ByteBuffer.wrap(jpeg).putShort(frame(jpeg) + 5, (short) 60_000).putShort(frame(jpeg) + 7, (short) 60_000);
        byte[] canvas = {0, 0, 0, 0, 0x5f, (byte) 0xea, 0, 0x5f, (byte) 0xea, 0};
        byte[] webp = join(riffHead(22), riff("VP8X", canvas));
        byte[] gif = {'G', 'I', 'F', '8', '9', 'a', 0x60, (byte) 0xea, 0x60, (byte) 0xea};

        tooBig(() -> Picture.bare(
                "image/png",
                join(Arrays.copyOf(png, 8), chunk("IHDR", header), Arrays.copyOfRange(png, 33, png.length))));
        tooBig(() -> Picture.bare("image/jpeg", jpeg));
        tooBig(() -> Picture.bare("image/webp", webp));
        tooBig(() -> PictureSize.gif(gif));
    }

    private static void tooBig(ThrowingCallable kept) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(kept)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(FileProblem.PICTURE_TOO_BIG));
    }

    /** Where a plain JPEG's frame starts: its marker is FFC0. */
    private static int frame(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xc0) {
            at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xffff);
        }
        return at;
    }

    private static boolean told(byte[] picture) {
        return new String(picture, StandardCharsets.ISO_8859_1).contains(new String(TOLD, StandardCharsets.ISO_8859_1));
    }

    private static byte[] drawn(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 30; i++) {
            image.setRGB(i, i, 0x2f54eb);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] segment(int marker, byte[] body) {
        return ByteBuffer.allocate(body.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .array();
    }

    private static byte[] chunk(String name, byte[] body) {
        byte[] named = join(name.getBytes(StandardCharsets.US_ASCII), body);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] riff(String name, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] riffHead(int size) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(size)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
