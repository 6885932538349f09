package io.jianmi.core.cluster;

import io.jianmi.core.tenant.TenantKey;

/** Who keeps something in memory and drops it when told. Called on an event loop: must not block. */
public interface NoticeListener {

    String topic();

    /** It changed on some node, perhaps on this one. Told after the change is committed; may come twice. */
    void changed(TenantKey tenant, String key);

    /** Notices may have been lost (the connection was gone): whatever is kept may be old. */
    void missed();
}
