package io.jianmi.core.crypto;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One person's keys of one class: the newest version and what is older. Seals and opens cells: algorithm (1 =
 * AES-256-GCM), key version (4, big-endian), nonce, ciphertext, tag.
 */
final class DataKey {

    private static final byte AES_256_GCM = 1;
    private static final int HEADER = 1 + Integer.BYTES;

    private final int version;
    private final Aead aead;
    private final @Nullable DataKey older;

    DataKey(int version, Aead aead, @Nullable DataKey older) {
        this.version = version;
        this.aead = aead;
        this.older = older;
    }

    byte[] seal(CellContext context, byte[] clear) {
        try {
            byte[] sealed = aead.encrypt(clear, context.associatedData(version));
            return ByteBuffer.allocate(HEADER + sealed.length)
                    .put(AES_256_GCM)
                    .putInt(version)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IntegrityException();
        }
    }

    byte[] open(CellContext context, byte[] cell) {
        if (cell.length <= HEADER || cell[0] != AES_256_GCM) {
            throw new IntegrityException();
        }
        int sealedUnder = ByteBuffer.wrap(cell, 1, Integer.BYTES).getInt();
        for (DataKey key = this; key != null; key = key.older) {
            if (key.version == sealedUnder) {
                return key.decrypt(context, cell);
            }
        }
        throw new IntegrityException();
    }

    private byte[] decrypt(CellContext context, byte[] cell) {
        try {
            return aead.decrypt(Arrays.copyOfRange(cell, HEADER, cell.length), context.associatedData(version));
        } catch (GeneralSecurityException e) {
            throw new IntegrityException();
        }
    }
}
