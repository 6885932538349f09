/**
 * What administrators of a tenant look after besides its apps: where its people come from, its keys, what is running, how the
 * installation is. May import identity, command, crypto, audit, outbox, time.
 */
@NullMarked
package io.jianmi.core.administration;

import org.jspecify.annotations.NullMarked;
