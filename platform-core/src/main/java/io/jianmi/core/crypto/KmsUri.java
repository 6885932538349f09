package io.jianmi.core.crypto;

import java.net.URI;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Which key service an address names: {@code file:/path}, {@code file:///path} or {@code file:relative/path}. */
final class KmsUri {

    private static final Logger LOG = Logger.getLogger(KmsUri.class);

    private KmsUri() {}

    /** @throws KmsException for a scheme that this server does not have */
    static Kms open(URI uri, boolean embedded) {
        if (!"file".equals(uri.getScheme())) {
            throw new KmsException("No key service for " + uri.getScheme() + ": set jianmi.kms.uri to file:/path");
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
