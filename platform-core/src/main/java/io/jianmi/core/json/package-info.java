/**
 * JSON in one place: the strict mapper, the canonical form that is hashed (RFC 8785) and JSON Pointers (RFC 6901).
 * Imports Jackson, nothing of ours.
 */
@NullMarked
package io.jianmi.core.json;

import org.jspecify.annotations.NullMarked;
