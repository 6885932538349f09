package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jianmi.core.tenant.TenantKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every key service must do, whatever holds the root key. */
abstract class KmsContract {

    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    static final byte[] CONTEXT = KeyPurpose.KEK_S2.associatedData(new TenantKey("acme"));

    /** The same key service at every call. */
    abstract Kms kms();

    /** One with another root key. */
    abstract Kms another();

    @Test
    void givesBackWhatItWrapped() {
        byte[] wrapped = kms().wrap(KEY, CONTEXT);

        assertThat(new String(CONTEXT, UTF_8)).isEqualTo("[\"fp-kek-v1\",\"acme\",\"S2\"]");
        assertThat(kms().unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
    }

    @Test
    void wrapsTheSameKeyDifferentlyEachTime() {
        assertThat(kms().wrap(KEY, CONTEXT)).isNotEqualTo(kms().wrap(KEY, CONTEXT));
    }

    @Test
    void wrappedKeyBelongsToItsTenantAndPurpose() {
        byte[] wrapped = kms().wrap(KEY, CONTEXT);

        refuses(kms(), wrapped, KeyPurpose.KEK_S3.associatedData(new TenantKey("acme")));
        refuses(kms(), wrapped, KeyPurpose.KEK_S2.associatedData(new TenantKey("other")));
    }

    @Test
    void wrappedKeyBelongsToItsRootKey() {
        refuses(another(), kms().wrap(KEY, CONTEXT), CONTEXT);
    }

    @Test
    void changedOrCutKeysAreRefused() {
        byte[] wrapped = kms().wrap(KEY, CONTEXT);
        byte[] changed = wrapped.clone();
        changed[changed.length - 2] ^= 1;

        refuses(kms(), changed, CONTEXT);
        refuses(kms(), Arrays.copyOf(wrapped, 9), CONTEXT);
        refuses(kms(), new byte[0], CONTEXT);
    }

    @Test
    void passesTheCheckAtStart() {
        assertThatCode(() -> KmsCheck.run(kms())).doesNotThrowAnyException();
    }

    private static void refuses(Kms kms, byte[] wrapped, byte[] context) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> kms.unwrap(wrapped, context))
                .satisfies(refused -> assertThat(refused.unavailable()).isFalse());
    }
}
