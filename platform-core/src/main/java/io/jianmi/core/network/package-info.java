/** Addresses of machines and blocks of them, as they are written. Pure: resolves nothing. */
@NullMarked
package io.jianmi.core.network;

import org.jspecify.annotations.NullMarked;
