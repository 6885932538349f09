package io.jianmi.core.crypto;

/** The key service did not do what it was asked. Carries no answer of the service: it may hold key material. */
final class KmsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KmsException(String message) {
        super(message);
    }

    KmsException(String message, Throwable cause) {
        super(message, cause);
    }
}
