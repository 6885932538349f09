package io.jianmi.form.view;

import org.jspecify.annotations.Nullable;

/**
 * A view as it is kept.
 *
 * @param id of a saved one a UUID, of one of the definition {@code definition:KEY}
 * @param owner member id; null for one of the definition
 * @param flaw why nobody can use it, a stable code; null for nothing
 */
record View(
        String id,
        @Nullable String owner,
        boolean shared,
        int version,
        ViewContent content,
        @Nullable String flaw) {}
