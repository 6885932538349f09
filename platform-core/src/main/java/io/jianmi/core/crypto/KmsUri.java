package io.jianmi.core.crypto;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Which key service an address names: {@code vault://host:8200/transit/keys/name}, or {@code file:} and a path as the
 * system writes it, blanks and all ({@code file:/path}, {@code file:///path}, {@code file:relative/path}).
 */
final class KmsUri {

    private static final Logger LOG = Logger.getLogger(KmsUri.class);
    private static final String FILE = "file:";

    private KmsUri() {}

    /** @throws KmsException for an address that this server does not know */
    static Kms open(KeysConfig config, InstantSource clock, boolean embedded) {
        String address = config.uri();
        if (address.startsWith(FILE)) {
            return file(Path.of(address.substring(FILE.length()).replaceFirst("^//(?=/)", "")), embedded);
        }
        URI uri = uri(address);
        if (VaultAddress.names(uri)) {
            return new KmsBreaker(new VaultKms(VaultAddress.parse(uri), config.vault()), clock);
        }
        throw KmsException.refused("There is no key service for " + uri.getScheme() + ": addresses. JIANMI_KMS_URI"
                + " takes vault://host:8200/transit/keys/name or file:/path; a cloud's key service is reached"
                + " through a Vault whose seal or transit it backs.");
    }

    private static Kms file(Path file, boolean embedded) {
        if (!embedded) {
            LOG.warnf(
                    "The root key is the file %s. Whoever holds it and the databases reads everything:"
                            + " back it up apart from them.",
                    file);
        }
        return FileKms.open(file);
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw KmsException.refused(
                    "JIANMI_KMS_URI is no address. Write vault://host:8200/transit/keys/name or file:/path.");
        }
    }
}
