package io.jianmi.workflow.instance;

import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What is written where an instance ends, by whatever ends it. */
public final class Ending {

    private Ending() {}

    /** It is rejected; of two who end it one is right. */
    public static Write rejected(TenantKey tenant, UUID instance, Instant now) {
        return Write.one(
                "update \"%s\".wf_instance set status = 'REJECTED', ended_at = $2 where id = $1 and status = 'RUNNING'"
                        .formatted(tenant.schema()),
                Tuples.of(instance, now.atOffset(ZoneOffset.UTC)));
    }

    /** Nobody has to act in it any more, and whoever waits for it is told. Its visits are closed by whoever knows where they stand. */
    public static List<Write> over(TenantKey tenant, Instance instance) {
        Write tasks = Write.any("""
                update "%s".task set status = 'CANCELLED' where record = $2 and instance = $1
                and status in ('OPEN', 'WAITING') and kind <> 'COPY'
                """.formatted(tenant.schema()), Tuples.of(instance.id(), instance.record()));
        return List.of(tasks, Lineage.ended(tenant, instance.id()));
    }
}
