package io.jianmi.core.audit;

import io.jianmi.core.tenant.TenantKey;
import java.util.Optional;

/**
 * A place outside the database that keeps signed checkpoints, so that who edits or restores the database is found out.
 * Called from the sequencer's thread only; may block.
 */
public interface AnchorSink {

    /** The newest checkpoint kept, a signed note. */
    Optional<String> last(TenantKey tenant);

    /** Keeps a checkpoint durably before it is published. */
    void keep(TenantKey tenant, String note);
}
