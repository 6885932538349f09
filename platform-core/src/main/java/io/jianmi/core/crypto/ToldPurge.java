package io.jianmi.core.crypto;

import io.jianmi.core.cluster.Nodes;
import io.jianmi.core.cluster.Notice;
import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.cluster.Notices;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells all nodes, and waits for those that live. */
final class ToldPurge implements KeyPurge {

    private static final Logger LOG = Logger.getLogger(ToldPurge.class);

    /** Drop the keys of the person behind the slash and say so under the id before it. */
    private static final String TOPIC = "purge-keys";

    private final Notices notices;
    private final Nodes nodes;
    private final InstantSource clock;
    private final Duration held;

    /** @param held how long a node holds a key at most */
    ToldPurge(Notices notices, Nodes nodes, InstantSource clock, Duration held) {
        this.notices = notices;
        this.nodes = nodes;
        this.clock = clock;
        this.held = held;
    }

    @Override
    public Uni<Void> ask(TenantKey tenant, UUID what, UUID subject) {
        return notices.tell(new Notice(TOPIC, tenant, what + "/" + subject));
    }

    @Override
    public Uni<Boolean> done(UUID what, Instant destroyed) {
        return clock.instant().isAfter(destroyed.plus(held))
                ? Uni.createFrom().item(true)
                : nodes.owing(what, destroyed.minus(held)).map(owing -> owing == 0);
    }

    static NoticeListener listener(SubjectKeys keys, Nodes nodes) {
        return new NoticeListener() {
            @Override
            public String topic() {
                return TOPIC;
            }

            @Override
            public void changed(TenantKey tenant, String key) {
                int slash = key.indexOf('/');
                keys.forget(tenant, UUID.fromString(key.substring(slash + 1)));
                nodes.dropped(UUID.fromString(key.substring(0, slash)))
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.warnf(
                                        "purge.not-told %s", failure.getClass().getName()));
            }

            /** It is asked again. */
            @Override
            public void missed() {
                keys.forgetAll();
            }
        };
    }
}
