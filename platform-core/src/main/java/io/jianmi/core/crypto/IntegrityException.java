package io.jianmi.core.crypto;

/** A ciphertext or a row tag does not verify. Carries no detail on purpose. */
public final class IntegrityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IntegrityException() {
        super("integrity check failed", null, false, false);
    }
}
