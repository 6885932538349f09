/**
 * Programs that act in a tenant under a key of their own: API clients, each bound to roles, one purpose and a tag ceiling. Words of this
 * package: client, key, roll (a new key for the same client). A key is told once and kept as its SHA-256 alone; what a client may see is
 * decided where it always is, on an {@link io.jianmi.core.identity.Actor} with {@linkplain io.jianmi.core.identity.ClientTerms terms}.
 * {@link io.jianmi.core.client.ClientGuard} refuses every route that is not {@link io.jianmi.core.identity.OpenToClients}.
 */
@NullMarked
package io.jianmi.core.client;

import org.jspecify.annotations.NullMarked;
