package io.jianmi.core.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.LowLevelCryptoCaller;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.aead.subtle.XAesGcmAead;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** Tink primitives built straight from 32 key bytes, without prefix and without a look-up in Tink's registry. */
@AccessesPartialKey
@LowLevelCryptoCaller
final class Keys {

    /** Bytes of every key: AES-256, HMAC-SHA256, Ed25519 seed. */
    static final int BYTES = 32;

    private static final int XAES_SALT_BYTES = 8;

    private Keys() {}

    /** AES-256-GCM with a random 96-bit nonce in front: for the few values under one person's key. */
    static Aead data(byte[] key) throws GeneralSecurityException {
        return AesGcmJce.create(AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build())
                .setKeyBytes(secret(key))
                .build());
    }

    /** XAES-256-GCM: a tenant key wraps so many data keys that 96 random bits of nonce would be few. */
    static Aead wrapping(byte[] key) throws GeneralSecurityException {
        return XAesGcmAead.create(XAesGcmKey.create(
                XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, XAES_SALT_BYTES), secret(key), null));
    }

    /** HMAC-SHA256, at most 32 bytes of output; thread-safe. */
    static Prf hmac(byte[] key) throws GeneralSecurityException {
        return PrfHmacJce.create(HmacPrfKey.builder()
                .setParameters(HmacPrfParameters.builder()
                        .setKeySizeBytes(BYTES)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build())
                .setKeyBytes(secret(key))
                .build());
    }

    /** HKDF-SHA256 (RFC 5869) with an empty salt, 32 bytes. */
    static byte[] derive(byte[] root, byte[] info) throws GeneralSecurityException {
        return Hkdf.computeHkdf("HMACSHA256", root, new byte[0], info, BYTES);
    }

    /** Ed25519 with 64 raw bytes of signature. */
    static PublicKeySign signing(byte[] seed) throws GeneralSecurityException {
        Ed25519PublicKey publicKey = Ed25519PublicKey.create(Bytes.copyFrom(publicKey(seed)));
        return Ed25519Sign.create(Ed25519PrivateKey.create(publicKey, secret(seed)));
    }

    static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    }

    private static SecretBytes secret(byte[] key) {
        if (key.length != BYTES) {
            throw new IntegrityException();
        }
        return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    }
}
