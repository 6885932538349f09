/** How fast something may happen before it has to wait. May import the JDK. */
@NullMarked
package io.jianmi.core.pace;

import org.jspecify.annotations.NullMarked;
