package io.jianmi.core.crypto;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import com.google.crypto.tink.util.SecretBytes;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * The random key of one file: AES-256-GCM-HKDF in segments of 1 MiB, bound to {@code ["fp-att-v1", tenant, file]} (privacy
 * design 1.8). It is kept only in a cell under the key of the person whom the file is about. Prints nothing.
 */
@AccessesPartialKey
public final class FileKey {

    private final byte[] material;
    private final StreamingAead aead;

    private FileKey(byte[] material) {
        try {
            this.material = material.clone();
            this.aead = AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(
                    AesGcmHkdfStreamingParameters.builder()
                            .setKeySizeBytes(Keys.BYTES)
                            .setDerivedAesGcmKeySizeBytes(Keys.BYTES)
                            .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                            .setCiphertextSegmentSizeBytes(FileLayout.SEGMENT)
                            .build(),
                    SecretBytes.copyFrom(material, InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException e) {
            throw new IntegrityException();
        }
    }

    public static FileKey fresh() {
        return new FileKey(Random.randBytes(Keys.BYTES));
    }

    /** Seals this key under a person's key. */
    public byte[] wrap(KeyRing ring, CellContext context) {
        return ring.seal(context, TextNode.valueOf(Base64.getEncoder().encodeToString(material)));
    }

    /** Throws {@link IntegrityException} for a cell that was moved or changed. */
    public static FileKey unwrap(KeyRing ring, CellContext context, byte[] cell) {
        try {
            return new FileKey(
                    Base64.getDecoder().decode(ring.open(context, cell).asText()));
        } catch (IllegalArgumentException e) {
            throw new IntegrityException();
        }
    }

    /** Begins to seal a file, from its first byte to its last. */
    public FileSealing sealing(TenantKey tenant, UUID file) {
        return FileSealing.begin(aead, binding(tenant, file));
    }

    /**
     * The clear bytes of one segment. The file's size says which segment is the last, so one that was cut, extended or put
     * elsewhere does not open.
     *
     * @param layout of the file as its sealed description has it
     * @param header the first bytes of segment 0
     * @throws IntegrityException when the segment is not what was sealed there
     */
    public byte[] open(TenantKey tenant, UUID file, FileLayout layout, int segment, byte[] header, byte[] sealed) {
        if (sealed.length != layout.sealedBytes(segment) || header.length < FileLayout.HEADER) {
            throw new IntegrityException();
        }
        ByteBuffer clear = ByteBuffer.allocate(layout.clearBytes(segment));
        try (var channel = aead.newSeekableDecryptingChannel(
                new SegmentChannel(layout, segment, header, sealed), binding(tenant, file))) {
            channel.position(layout.clearStart(segment));
            while (clear.hasRemaining()) {
                if (channel.read(clear) <= 0) {
                    throw new IntegrityException();
                }
            }
            return clear.array();
        } catch (GeneralSecurityException | IOException e) {
            throw new IntegrityException();
        }
    }

    private static byte[] binding(TenantKey tenant, UUID file) {
        return CanonicalJson.array("fp-att-v1", tenant.value(), file.toString());
    }
}
