package io.jianmi.core.crypto;

import io.jianmi.core.cluster.Notice;
import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.cluster.Notices;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Destroys a person's keys and lets the other nodes forget them. */
final class ToldDestruction implements KeyDestruction {

    /** The keys of the person with this id were destroyed. */
    private static final String TOPIC = "subject-keys";

    private final SubjectKeys keys;
    private final Notices notices;

    ToldDestruction(SubjectKeys keys, Notices notices) {
        this.keys = keys;
        this.notices = notices;
    }

    @Override
    public Uni<Integer> destroy(TenantKey tenant, UUID subject) {
        return keys.destroy(tenant, subject).call(() -> notices.tell(new Notice(TOPIC, tenant, subject.toString())));
    }

    @Override
    public void forget(TenantKey tenant, UUID subject) {
        keys.forget(tenant, subject);
    }

    static NoticeListener listener(SubjectKeys keys) {
        return new NoticeListener() {
            @Override
            public String topic() {
                return TOPIC;
            }

            @Override
            public void changed(TenantKey tenant, String key) {
                keys.forget(tenant, UUID.fromString(key));
            }

            @Override
            public void missed() {
                keys.forgetAll();
            }
        };
    }
}
