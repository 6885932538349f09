package io.jianmi.form.aggregate;

import java.util.Optional;

/**
 * A field by whose values records are put together.
 *
 * @param pointer where it stands in its document
 * @param field a field or system field
 * @param by how values are taken together; empty: each on its own
 */
public record Dimension(String pointer, String field, Optional<Bucket> by) {}
