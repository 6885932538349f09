package io.jianmi.core.crypto;

/**
 * The key service that holds the root key: a file for the embedded default, HashiCorp Vault's transit engine elsewhere.
 * May block, so it is called on worker threads only.
 */
interface Kms {

    /** @throws KmsException when the service does not answer or refuses */
    byte[] wrap(byte[] key, byte[] associatedData);

    /** @throws KmsException also when the associated data differs from that of {@link #wrap} */
    byte[] unwrap(byte[] wrapped, byte[] associatedData);
}
