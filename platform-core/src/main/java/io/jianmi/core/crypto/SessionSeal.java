package io.jianmi.core.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Seals what the server keeps for one browser session under a key that only the browser's cookie yields: 256 random bits,
 * from which the row's id and the AES-256-GCM key are derived apart (SHA-256 with distinct prefixes).
 */
public final class SessionSeal {

    private static final int SECRET_BYTES = 32;

    private final String secret;
    private final String id;
    private final Aead aead;

    @AccessesPartialKey
    private SessionSeal(String secret) {
        try {
            this.secret = secret;
            this.id = HexFormat.of().formatHex(derive("jianmi session id ", secret));
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            this.aead = AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(
                            SecretBytes.copyFrom(derive("jianmi session key ", secret), InsecureSecretKeyAccess.get()))
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** A seal with a new secret. */
    public static SessionSeal fresh() {
        return new SessionSeal(Base64.getUrlEncoder().withoutPadding().encodeToString(Random.randBytes(SECRET_BYTES)));
    }

    /** The seal that a cookie's secret yields; any text yields one, a wrong one finds no row and opens nothing. */
    public static SessionSeal of(String secret) {
        return new SessionSeal(secret);
    }

    /** What the cookie carries. */
    public String secret() {
        return secret;
    }

    /** The row's id: tells nothing about the secret. */
    public String id() {
        return id;
    }

    public byte[] seal(byte[] clear) {
        try {
            return aead.encrypt(clear, id.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Throws {@link IntegrityException} for what this seal did not seal. */
    public byte[] open(byte[] sealed) {
        try {
            return aead.decrypt(sealed, id.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IntegrityException();
        }
    }

    private static byte[] derive(String purpose, String secret) {
        return Sha256.of((purpose + secret).getBytes(StandardCharsets.UTF_8));
    }
}
