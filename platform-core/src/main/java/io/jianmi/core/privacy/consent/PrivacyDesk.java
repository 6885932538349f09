package io.jianmi.core.privacy.consent;

import io.jianmi.core.identity.Actor;

/** Who works at the privacy desk; whatever is the desk's alone does not exist for anybody else. */
public final class PrivacyDesk {

    private static final String ROLE = "dpo";

    private PrivacyDesk() {}

    public static boolean sits(Actor actor) {
        return actor.hasRole(ROLE);
    }
}
