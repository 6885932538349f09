package io.jianmi.core.crypto;

import io.jianmi.core.cluster.Notice;
import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.cluster.Notices;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Destroys a person's keys, lets the other nodes forget them, and blanks what would tell of her without them. */
final class ToldDestruction implements KeyDestruction {

    /** The keys of the person with this id were destroyed. */
    private static final String TOPIC = "subject-keys";

    private final SubjectKeys keys;
    private final Notices notices;
    private final List<Forgetting> others;

    ToldDestruction(SubjectKeys keys, Notices notices, List<Forgetting> others) {
        this.keys = keys;
        this.notices = notices;
        this.others = List.copyOf(others);
    }

    @Override
    public Uni<Integer> destroy(TenantKey tenant, UUID subject) {
        return keys.destroy(tenant, subject)
                .call(() -> notices.tell(new Notice(TOPIC, tenant, subject.toString())))
                .call(() -> Multi.createFrom()
                        .iterable(others)
                        .onItem()
                        .transformToUniAndConcatenate(
                                other -> other.forget(tenant, subject).replaceWith(other))
                        .collect()
                        .last());
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
