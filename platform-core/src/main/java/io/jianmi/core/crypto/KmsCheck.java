package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.subtle.Random;
import java.util.Arrays;

/** Tries the key service once at start, so that a wrong address or a missing right is told there and not to a user. */
final class KmsCheck {

    private static final byte[] CONTEXT = "[\"fp-kek-check\"]".getBytes(US_ASCII);
    private static final byte[] OTHER = "[\"fp-kek-check-other\"]".getBytes(US_ASCII);

    private KmsCheck() {}

    /** @throws KmsException when it does not wrap, does not unwrap, or does not bind the associated data */
    static void run(Kms kms) {
        byte[] key = Random.randBytes(Keys.BYTES);
        byte[] wrapped = kms.wrap(key, CONTEXT);
        if (!Arrays.equals(kms.unwrap(wrapped, CONTEXT), key)) {
            throw KmsException.refused("The key service does not give back what it wrapped.");
        }
        if (ignoresContext(kms, wrapped)) {
            throw KmsException.refused(
                    "The key service ignores associated data, so wrapped keys of two tenants could be"
                            + " exchanged. Vault binds it from version 1.9 on, for keys of the types aes256-gcm96 and"
                            + " chacha20-poly1305.");
        }
    }

    private static boolean ignoresContext(Kms kms, byte[] wrapped) {
        try {
            kms.unwrap(wrapped, OTHER);
            return true;
        } catch (KmsException refused) {
            if (refused.unavailable()) {
                throw refused;
            }
            return false;
        }
    }
}
