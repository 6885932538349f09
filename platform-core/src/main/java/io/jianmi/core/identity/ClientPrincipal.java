package io.jianmi.core.identity;

import io.jianmi.core.tenant.TenantKey;
import java.security.Principal;
import java.util.UUID;

/**
 * The API client whose key came with a request.
 *
 * @param client its id
 * @param perMinute requests that it may make in a minute
 */
public record ClientPrincipal(TenantKey tenant, UUID client, int perMinute) implements Principal {

    @Override
    public String getName() {
        return ApiClient.actorId(client).value();
    }
}
