@NullMarked
package io.jianmi.core.cluster;

import org.jspecify.annotations.NullMarked;
