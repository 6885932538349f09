package io.jianmi.core.privacy.purpose;

import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What tenants call the purposes of theirs. */
@Singleton
public final class Purposes {

    private final PlatformPipeline platform;

    Purposes(PlatformPipeline platform) {
        this.platform = platform;
    }

    /** In the order in which people are offered them; the usual ones where the tenant has named none. */
    public Uni<List<Purpose>> of(TenantKey tenant) {
        return platform.inTenant(
                        tenant,
                        session ->
                                session.find(PurposesRow.class, tenant.value()).map(Optional::ofNullable))
                .map(row ->
                        row.map(found -> PurposeList.parse(found.items).items()).orElse(Purpose.DEFAULTS));
    }
}
