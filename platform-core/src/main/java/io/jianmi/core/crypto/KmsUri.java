package io.jianmi.core.crypto;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Which key service an address names: {@code vault://host:8200/transit/keys/name}, or {@code file:/path}, {@code
 * file:///path}, {@code file:relative/path}.
 */
final class KmsUri {

    private static final Logger LOG = Logger.getLogger(KmsUri.class);

    private KmsUri() {}

    /** @throws KmsException for a scheme that this server does not have */
    static Kms open(KeysConfig config, InstantSource clock, boolean embedded) {
        URI uri = config.uri();
        if (VaultAddress.names(uri)) {
            return new KmsBreaker(new VaultKms(VaultAddress.parse(uri), config.vault()), clock);
        }
        if (!"file".equals(uri.getScheme())) {
            throw KmsException.refused("There is no key service for " + uri.getScheme() + ": addresses. JIANMI_KMS_URI"
                    + " takes vault://host:8200/transit/keys/name or file:/path; a cloud's key service is reached"
                    + " through a Vault whose seal or transit it backs.");
        }
        Path file = path(uri);
        if (!embedded) {
            LOG.warnf(
                    "The root key is the file %s. Whoever holds it and the databases reads everything:"
                            + " back it up apart from them.",
                    file);
        }
        return FileKms.open(file);
    }

    private static Path path(URI uri) {
        return Path.of(uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath());
    }
}
