package io.jianmi.core.audit;

import io.jianmi.core.crypto.TreeHeadSigner;
import io.jianmi.core.tenant.TenantKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;

/** One Ed25519 key for all tenants, from the JDK. */
final class JdkSigner implements TreeHeadSigner {

    private final KeyPair keys;
    boolean refuses;

    JdkSigner() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] sign(TenantKey tenant, byte[] message) {
        if (refuses) {
            throw new IllegalStateException("stopped before signing");
        }
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last 32 bytes of the X.509 form (RFC 8410, 4). */
    @Override
    public byte[] publicKey(TenantKey tenant) {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }
}
