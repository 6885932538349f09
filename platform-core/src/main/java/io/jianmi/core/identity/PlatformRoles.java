package io.jianmi.core.identity;

import java.util.List;

/** Roles that every tenant has from its beginning; all others are its own. */
public final class PlatformRoles {

    /** Keys as they stand in the directory. */
    public static final List<String> KEYS = List.of("admin", "designer", "auditor", "dpo");

    private PlatformRoles() {}
}
