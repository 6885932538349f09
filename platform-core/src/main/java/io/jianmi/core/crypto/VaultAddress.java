package io.jianmi.core.crypto;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of Vault's transit engine as Vault itself names it: {@code vault://host:8200/transit/keys/name}, the part before
 * {@code /keys} being the engine's mount. TLS always, except that {@code ?tls=off} is accepted for a Vault (or its agent)
 * on this machine.
 */
record VaultAddress(URI origin, String mount, String key) {

    private static final Set<String> SCHEMES = Set.of("vault", "vault-transit");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PATH = Pattern.compile("/(?<mount>[\\w.-]+(?:/[\\w.-]+)*)/keys/(?<key>[\\w][\\w.-]*)");
    private static final int PORT = 8200;

    static boolean names(URI uri) {
        return uri.getScheme() != null && SCHEMES.contains(uri.getScheme());
    }

    /** @throws KmsException for what is not such an address */
    static VaultAddress parse(URI uri) {
        Matcher path = PATH.matcher(uri.getPath() == null ? "" : uri.getPath());
        if (uri.getHost() == null || uri.getUserInfo() != null || !path.matches()) {
            throw KmsException.refused("jianmi.kms.uri (JIANMI_KMS_URI) is not understood."
                    + " Write vault://host:8200/transit/keys/name; the token comes from JIANMI_KMS_VAULT_TOKEN_FILE"
                    + " or JIANMI_KMS_VAULT_TOKEN.");
        }
        boolean plain = "tls=off".equals(uri.getQuery());
        if (plain && !LOOPBACK.contains(uri.getHost())) {
            throw KmsException.refused(
                    "A Vault on another machine is reached by TLS only: take tls=off out of JIANMI_KMS_URI.");
        }
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        return new VaultAddress(
                URI.create((plain ? "http://" : "https://") + uri.getHost() + ":" + port),
                path.group("mount"),
                path.group("key"));
    }

    /** @param operation {@code encrypt} or {@code decrypt} */
    URI of(String operation) {
        return origin.resolve("/v1/" + mount + "/" + operation + "/" + key);
    }
}
