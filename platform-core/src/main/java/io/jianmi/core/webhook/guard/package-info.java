/** Where the server may send something by itself, and how it signs that. Pure: decides on parsed addresses, resolves nothing. */
@NullMarked
package io.jianmi.core.webhook.guard;

import org.jspecify.annotations.NullMarked;
