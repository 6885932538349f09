package io.jianmi.core.identity;

import io.jianmi.core.problem.http.RequestIds;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Turns a caller who need not say who he is into the visitor of the tenant that the address names. */
@ApplicationScoped
public class Visitors {

    private final Tenants tenants;
    private final RequestIds requests;

    public Visitors(Tenants tenants, RequestIds requests) {
        this.tenants = tenants;
        this.requests = requests;
    }

    /** Empty for a key of no tenant and for one whose schema does not stand yet. */
    public Optional<Actor> in(String tenantKey) {
        return TenantKey.parse(tenantKey)
                .filter(tenants::stands)
                .map(Actor::visitor)
                .map(visitor -> requests.current().map(visitor::in).orElse(visitor));
    }
}
