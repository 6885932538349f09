/**
 * What nodes of one installation tell each other: that something they keep in memory has changed. Words of this package:
 * notice, node. Nothing here is needed for correctness of what is stored; it is how caches learn in time. May import the
 * tenant's key and the SQL client, nothing of the domains.
 */
@NullMarked
package io.jianmi.core.cluster;

import org.jspecify.annotations.NullMarked;
