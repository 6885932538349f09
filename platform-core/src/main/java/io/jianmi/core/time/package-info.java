/** Time and identifiers as injected sources, so that tests own both. Nobody else asks the system clock. */
@NullMarked
package io.jianmi.core.time;

import org.jspecify.annotations.NullMarked;
