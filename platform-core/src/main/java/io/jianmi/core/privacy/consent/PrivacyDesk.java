package io.jianmi.core.privacy.consent;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.Org;
import java.util.List;
import java.util.Set;

/** Who works at the privacy desk; whatever is the desk's alone does not exist for anybody else. */
public final class PrivacyDesk {

    private static final String ROLE = "dpo";
    private static final Set<String> OVERSEERS = Set.of(ROLE, "auditor", "admin");

    private PrivacyDesk() {}

    public static boolean sits(Actor actor) {
        return actor.hasRole(ROLE);
    }

    /** Those who sit there now. */
    public static List<Member> members(Org org) {
        return org.membersWithRole(ROLE);
    }

    /** Who may know what is held about people in general: what, why, for how long and who sees it, of nobody in particular. */
    public static boolean oversees(Actor actor) {
        return OVERSEERS.stream().anyMatch(actor::hasRole);
    }
}
