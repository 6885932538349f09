package io.jianmi.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jianmi.core.tenant.TenantKey;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKeyTest {

    private static final int FIRST = FileLayout.SEGMENT - 16 - FileLayout.HEADER;
    private static final int NEXT = FileLayout.SEGMENT - 16;

    private final TenantKey tenant = new TenantKey("filekeys");
    private final UUID file = new UUID(1, 2);
    private final FileKey key = FileKey.fresh();

    @ParameterizedTest
    @ValueSource(ints = {1, 100, FIRST - 1, FIRST, FIRST + 1, FIRST + NEXT, FIRST + NEXT + 1, 3 * FileLayout.SEGMENT})
    void everySegmentOpensByItselfAndTogetherTheyAreTheFile(int size) {
        byte[] clear = bytes(size);
        List<byte[]> segments = seal(clear);
        FileLayout layout = new FileLayout(size);

        assertThat(segments).hasSize(layout.segments());
        ByteArrayOutputStream opened = new ByteArrayOutputStream();
        for (int i = 0; i < segments.size(); i++) {
            assertThat(segments.get(i)).hasSize(layout.sealedBytes(i));
            opened.writeBytes(key.open(tenant, file, layout, i, segments.get(0), segments.get(i)));
        }
        assertThat(opened.toByteArray()).isEqualTo(clear);
    }

    @Test
    void aChangedBitAnywhereIsFound() {
        int size = FIRST + 500;
        List<byte[]> segments = seal(bytes(size));
        for (int at : new int[] {0, 1, 20, 39, 40, 5_000, FileLayout.SEGMENT - 1}) {
            byte[] edited = segments.get(0).clone();
            edited[at] ^= 1;
            refused(size, 0, edited, edited);
        }
    }

    @Test
    void aFileThatWasCutOrExtendedOrMixedUpDoesNotOpen() {
        int size = FIRST + NEXT + 500;
        List<byte[]> segments = seal(bytes(size));

        // Cut after a whole segment: what was not the last is taken for it.
        refused(FIRST + NEXT, 1, segments.get(0), segments.get(1));
        refused(size, 1, segments.get(0), Arrays.copyOf(segments.get(1), FileLayout.SEGMENT - 1));
        refused(size + 1, 2, segments.get(0), Arrays.copyOf(segments.get(2), segments.get(2).length + 1));
        refused(size, 1, segments.get(0), segments.get(0));
        refused(size, 1, seal(bytes(size)).get(0), segments.get(1));
    }

    @Test
    void anotherFileOrTenantOrKeyDoesNotOpenIt() {
        List<byte[]> segments = seal(bytes(100));
        FileLayout layout = new FileLayout(100);
        byte[] only = segments.get(0);

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> key.open(tenant, new UUID(1, 3), layout, 0, only, only));
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> key.open(new TenantKey("others"), file, layout, 0, only, only));
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> FileKey.fresh().open(tenant, file, layout, 0, only, only));
    }

    private void refused(int size, int segment, byte[] header, byte[] body) {
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> key.open(tenant, file, new FileLayout(size), segment, header, body));
    }

    private List<byte[]> seal(byte[] clear) {
        FileSealing sealing = key.sealing(tenant, file);
        List<byte[]> segments = new ArrayList<>();
        for (int from = 0; from < clear.length; from += 70_001) {
            segments.addAll(sealing.write(Arrays.copyOfRange(clear, from, Math.min(clear.length, from + 70_001))));
        }
        segments.addAll(sealing.finish());
        assertThat(sealing.bytes()).isEqualTo(clear.length);
        return segments;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
