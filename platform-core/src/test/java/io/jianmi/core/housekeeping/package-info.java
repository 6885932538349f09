@NullMarked
package io.jianmi.core.housekeeping;

import org.jspecify.annotations.NullMarked;
