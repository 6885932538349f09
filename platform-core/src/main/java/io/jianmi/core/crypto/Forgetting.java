package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What is kept beside a person's keys by which her values could be guessed; a bean of it is asked whenever keys are destroyed. */
public interface Forgetting {

    /** Blanks it, once the keys are destroyed. Repeatable. */
    Uni<Void> forget(TenantKey tenant, UUID subject);
}
