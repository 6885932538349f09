package io.jianmi.core.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department of a tenant; departments form a forest.
 *
 * @param id stable id
 * @param name last part of the path
 * @param path names from the top, joined by {@code /}, such as {@code Sales/North}
 * @param parentId id of the department above, null at the top
 * @param heads who heads it, in the order in which they were named
 */
public record Department(
        String id, String name, String path, @Nullable String parentId, List<MemberId> heads) {

    public Department {
        heads = List.copyOf(heads);
    }

    public Optional<String> parent() {
        return Optional.ofNullable(parentId);
    }
}
