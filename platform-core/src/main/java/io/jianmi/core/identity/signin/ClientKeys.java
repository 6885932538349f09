package io.jianmi.core.identity.signin;

import io.jianmi.core.identity.ClientPrincipal;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Who holds which key. */
public interface ClientKeys {

    /** What every key begins with; no token of the provider does. */
    String PREFIX = "jmk_";

    /**
     * The client whose key it is.
     *
     * @param address that it came from, as it is written
     * @return empty for a key that is unknown, over, or not to come from there: these look alike
     */
    Uni<Optional<ClientPrincipal>> holder(String key, String address);
}
