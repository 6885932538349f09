package io.jianmi.core.crypto;

/**
 * The key service did not do what it was asked. The message is for an administrator and says what to do; it carries
 * nothing of the service's answer, which may hold key material.
 */
final class KmsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unavailable;

    private KmsException(String message, boolean unavailable) {
        super(message);
        this.unavailable = unavailable;
    }

    /** The service answers, and says no to this address, this right or this key. */
    static KmsException refused(String message) {
        return new KmsException(message, false);
    }

    /** The service does not answer now; asking again later may help, asking again at once does not. */
    static KmsException unavailable(String message) {
        return new KmsException(message, true);
    }

    boolean unavailable() {
        return unavailable;
    }
}
